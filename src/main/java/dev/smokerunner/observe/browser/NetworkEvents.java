package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes the protocol's network events into a table of requests. */
final class NetworkEvents {
    private final RequestTable table;
    private final String tab;
    private final Predicate<URI> firstParty;

    /**
     * Writes into a table.
     *
     * @param table the table
     * @param tab the tab; any other context is a frame of it, none is a worker
     * @param firstParty whether a URL belongs to the page's own site
     */
    NetworkEvents(RequestTable table, String tab, Predicate<URI> firstParty) {
        this.table = table;
        this.tab = tab;
        this.firstParty = firstParty;
    }

    void accept(BidiEvent event, Duration at) {
        if (event.method().equals("goog:cdp.Network.responseReceivedExtraInfo")) {
            // For a refused answer it is at times the only event that tells its status.
            Fields told = event.params().in("params");
            table.told(told.textOr("requestId", ""), (int) told.number("statusCode"));
            return;
        }
        Fields request = event.params().in("request");
        String url = request.textOr("url", "");
        // A data: or blob: URL asks nobody for anything, and may be megabytes long.
        if (!url.startsWith("http")) {
            return;
        }
        String id = request.textOr("request", "");
        switch (event.method()) {
            case "network.beforeRequestSent" -> table.sent(sent(event, request, at));
            case "network.responseStarted" -> table.answered(id, answer(event.params()));
            case "network.responseCompleted" -> table.completed(id, answer(event.params()), at);
            case "network.fetchError" -> table.failed(id, event.params().textOr("errorText", ""), at);
            default -> {
                // Other network events say nothing that is recorded.
            }
        }
    }

    private RequestTable.Sent sent(BidiEvent event, Fields request, Duration at) {
        URI url = LenientUri.of(request.textOr("url", ""));
        String context = event.context();
        boolean inFrame = !context.isEmpty() && !context.equals(tab);
        return new RequestTable.Sent(
                request.textOr("request", ""),
                url,
                request.textOr("method", "GET"),
                kind(request, inFrame),
                inFrame,
                firstParty.test(url),
                initiator(request.in("goog:resourceInitiator")),
                event.params().number("timestamp"),
                at);
    }

    private static Kind kind(Fields request, boolean inFrame) {
        String destination = request.textOr("destination", "");
        return switch (destination) {
            case "document" -> inFrame ? Kind.FRAME : Kind.DOCUMENT;
            case "iframe", "frame", "embed", "object" -> Kind.FRAME;
            case "script", "xslt", "audioworklet", "paintworklet" -> Kind.SCRIPT;
            case "worker", "sharedworker", "serviceworker" -> Kind.WORKER;
            case "style" -> Kind.STYLE;
            case "image" -> isIcon(request) ? Kind.ICON : Kind.IMAGE;
            case "font" -> Kind.FONT;
            case "manifest" -> Kind.MANIFEST;
            default -> kindByType(request.textOr("goog:resourceType", ""));
        };
    }

    /** Chromium's own name for what a request is for, where the standard has none. */
    private static Kind kindByType(String type) {
        return switch (type) {
            case "EventSource", "WebSocket" -> Kind.STREAM;
            case "Fetch", "XHR", "Ping", "Preflight" -> Kind.CALL;
            case "Script" -> Kind.SCRIPT;
            case "Stylesheet" -> Kind.STYLE;
            case "Image" -> Kind.IMAGE;
            case "Font" -> Kind.FONT;
            case "Manifest" -> Kind.MANIFEST;
            default -> Kind.OTHER;
        };
    }

    private static boolean isIcon(Fields request) {
        return request.textOr("url", "").toLowerCase(Locale.ROOT).endsWith("/favicon.ico");
    }

    private static Optional<String> initiator(Fields initiator) {
        Fields frame =
                initiator.in("stack").list("callFrames").stream().findFirst().orElse(initiator);
        return frame.text("url")
                .filter(url -> !url.isEmpty())
                .map(url -> MessageEvents.cut(url, 500)
                        + (frame.has("lineNumber") ? ":" + (frame.number("lineNumber") + 1) : ""));
    }

    private static RequestTable.Answer answer(Fields params) {
        Fields response = params.in("response");
        return new RequestTable.Answer(
                (int) response.number("status"),
                headers(response.list("headers")),
                response.number("bytesReceived"),
                response.flag("fromCache"));
    }

    private static Headers headers(List<Fields> fields) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Fields field : fields) {
            headers.computeIfAbsent(field.textOr("name", "").toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(MessageEvents.cut(field.in("value").textOr("value", ""), MessageBook.LONGEST));
        }
        return new Headers(headers);
    }
}
