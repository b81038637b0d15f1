package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observe.browser.json.Fields;
import java.util.List;
import java.util.Set;

/**
 * What the protocol says of a request.
 *
 * @param fields the request as it was reported
 */
record RequestFields(Fields fields) {

    String protocolName() {
        return fields.textOr("request", "");
    }

    String url() {
        return fields.textOr("url", "");
    }

    String method() {
        return fields.textOr("method", "GET");
    }

    /** Its header fields. */
    List<Fields> headers() {
        return fields.list("headers");
    }

    /** The value of a header field; empty where it has none. */
    private String header(String name) {
        return headers().stream()
                .filter(field -> field.textOr("name", "").equalsIgnoreCase(name))
                .map(field -> field.in("value").textOr("value", ""))
                .findFirst()
                .orElse("");
    }

    /**
     * Whether it is one that a page asks for and waits for.
     *
     * <p>A data: or blob: URL asks nobody for anything, and may be megabytes long. The icon the browser asks for by itself, and
     * not always. A preflight is a part of its call, and would look like a second call of the same address that went well.
     */
    boolean isOfPage() {
        // What <use> of SVG draws has no initiator either, and may come from the page's own origin only.
        boolean isIcon = url().endsWith("/favicon.ico")
                || destination().equals("image") && initiator().isEmpty() && mode().equals("no-cors");
        boolean isPreflight = method().equals("OPTIONS")
                && !header("access-control-request-method").isEmpty();
        return url().startsWith("http") && !isIcon && !isPreflight;
    }

    /** Whether it is that by which a WebSocket begins; some versions do not tell of it. */
    boolean isSocket() {
        return mode().equals("websocket") || header("upgrade").equalsIgnoreCase("websocket");
    }

    /** Whether the page may use the answer without reading it, as it may with pictures and scripts of other sites. */
    boolean isOpaque() {
        return mode().equals("no-cors") && !header("sec-fetch-site").equals("same-origin");
    }

    /** Whether the browser itself takes its time with it: a beacon, a prefetch, a report. */
    boolean isInBackground() {
        return isBeacon()
                || destination().equals("report")
                || header("sec-purpose").contains("prefetch");
    }

    /** A beacon, the ping of a link, a report: posted, and asked for by nothing that a page's timings have a name for. */
    private boolean isBeacon() {
        return destination().isEmpty() && initiator().isEmpty() && method().equals("POST");
    }

    /** Whether it is for the script of a worker that belongs to one page. */
    boolean isForWorker() {
        return destination().equals("worker");
    }

    /** Whether it is for what an {@code <object>} or {@code <embed>} shows. */
    boolean isEmbedded() {
        return Set.of("object", "embed").contains(destination());
    }

    /** Whether it is for a page or for what stands in a frame. */
    boolean isDocument() {
        return destination().equals("document");
    }

    private String mode() {
        return header("sec-fetch-mode");
    }

    private String destination() {
        return fields.textOr("destination", "");
    }

    /** What asked, by the name that it has in a page's timings. */
    private String initiator() {
        return fields.textOr("initiatorType", "");
    }

    Kind kind(boolean inFrame) {
        return switch (destination()) {
            case "document" -> inFrame ? Kind.FRAME : Kind.DOCUMENT;
            case "iframe", "frame" -> Kind.FRAME;
            case "script" -> Kind.SCRIPT;
            case "style" -> Kind.STYLE;
            case "image" -> Kind.IMAGE;
            case "font" -> Kind.FONT;
            case "manifest" -> Kind.MANIFEST;
            case "" -> called();
            default -> Kind.OTHER;
        };
    }

    private Kind called() {
        if (header("accept").contains("text/event-stream")) {
            return Kind.STREAM;
        }
        if (isBeacon()) {
            return Kind.BEACON;
        }
        return Set.of("fetch", "xmlhttprequest").contains(initiator()) ? Kind.CALL : Kind.OTHER;
    }
}
