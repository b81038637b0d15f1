package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches the text of an answer as the browser got it: plain HTTP may be answered otherwise, e.g. by a firewall that lets
 * only browsers in.
 */
final class ResponseText {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Tab tab;

    ResponseText(Tab tab) {
        this.tab = tab;
    }

    /** The text of an answer that came whole. */
    Captured<String> of(Optional<BrowserRequest> answered) {
        if (answered.filter(BrowserRequest::isOk).isEmpty()) {
            return Captured.unseen("the browser has no whole answer", Fault.TARGET);
        }
        try {
            return Captured.seen(tab.body(answered.get().id(), ANSWER));
        } catch (CommandException gone) {
            return Captured.unseen("the browser no longer has the answer: " + gone.getMessage(), Fault.TOOL);
        }
    }
}
