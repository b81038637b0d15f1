package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
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
        Map<String, ?> request = Map.of("requestId", answered.get().id());
        try {
            Fields body = tab.session().call("Network.getResponseBody", request, ANSWER);
            String text = body.textOr("body", "");
            return Captured.seen(body.flag("base64Encoded") ? decoded(text) : text);
        } catch (DevToolsException gone) {
            return Captured.unseen("the browser no longer has the answer: " + gone.getMessage(), Fault.TOOL);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
