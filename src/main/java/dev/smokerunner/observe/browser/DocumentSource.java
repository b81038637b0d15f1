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
 * Fetches the text of a tab's document as the browser got it: plain HTTP may be answered otherwise, e.g. by a firewall that
 * lets only browsers in.
 *
 * <p>By Chromium's own command: a data collector of WebDriver BiDi hides the errors of transfers that break off
 * (Chromium 156).
 */
final class DocumentSource {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final BidiConnection connection;
    private final String cdpSession;

    DocumentSource(BidiConnection connection, String cdpSession) {
        this.connection = connection;
        this.cdpSession = cdpSession;
    }

    /** The text of a document that came whole. */
    Captured<String> of(Optional<BrowserRequest> document) {
        if (cdpSession.isEmpty() || document.filter(BrowserRequest::isOk).isEmpty()) {
            return Captured.unseen("the browser has no whole document", Fault.TARGET);
        }
        Map<String, ?> request = Map.of("requestId", document.get().id());
        try {
            Fields body = connection
                    .call(
                            "goog:cdp.sendCommand",
                            Map.of("method", "Network.getResponseBody", "session", cdpSession, "params", request),
                            ANSWER)
                    .in("result");
            String text = body.textOr("body", "");
            return Captured.seen(body.flag("base64Encoded") ? decoded(text) : text);
        } catch (BidiException gone) {
            return Captured.unseen("the browser no longer has the document: " + gone.getMessage(), Fault.TOOL);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
