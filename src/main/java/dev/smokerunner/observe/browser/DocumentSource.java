package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the text of a tab's document as the browser got it.
 *
 * <p>Plain HTTP may be answered otherwise, e.g. by a firewall that lets browsers in only.
 */
final class DocumentSource {
    /** As much as plain HTTP keeps of a text. */
    private static final int MOST = 8 << 20;

    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final BidiConnection connection;
    private final String collector;

    private DocumentSource(BidiConnection connection, String collector) {
        this.connection = connection;
        this.collector = collector;
    }

    /** Starts keeping; a browser that cannot keep is asked for nothing later. */
    static DocumentSource keep(BidiConnection connection, String context) throws BidiException {
        Map<String, ?> params =
                Map.of("dataTypes", List.of("response"), "maxEncodedDataSize", MOST, "contexts", List.of(context));
        try {
            Fields kept = connection.call("network.addDataCollector", params, ANSWER);
            return new DocumentSource(connection, kept.textOr("collector", ""));
        } catch (BidiException unknown) {
            if (unknown.kind() == BidiException.Kind.REFUSED) {
                return new DocumentSource(connection, "");
            }
            throw unknown;
        }
    }

    /** The text of a document that came whole. */
    Captured<String> of(Optional<BrowserRequest> document) {
        if (collector.isEmpty() || document.filter(BrowserRequest::isOk).isEmpty()) {
            return Captured.unseen("the browser has no whole document", Fault.TARGET);
        }
        Map<String, ?> params = Map.of(
                "dataType",
                "response",
                "collector",
                collector,
                "request",
                document.get().id());
        try {
            Fields bytes = connection.call("network.getData", params, ANSWER).in("bytes");
            String value = bytes.textOr("value", "");
            return Captured.seen(bytes.textOr("type", "").equals("base64") ? decoded(value) : value);
        } catch (BidiException gone) {
            return Captured.unseen("the browser no longer has the document: " + gone.getMessage(), Fault.TOOL);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
