package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observe.browser.chromium.NetworkError;
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
    /** Who causes what a browser asks before some calls of another origin. */
    private static final String PREFLIGHT = "preflight";

    private final RequestTable table;
    private final String tab;
    private final Predicate<URI> firstParty;

    /**
     * Writes into a table.
     *
     * @param table the table
     * @param tab the tab's outermost frame; any other is a frame within it, none is a worker
     * @param firstParty whether a URL belongs to the page's own site
     */
    NetworkEvents(RequestTable table, String tab, Predicate<URI> firstParty) {
        this.table = table;
        this.tab = tab;
        this.firstParty = firstParty;
    }

    void accept(DevToolsEvent event, Duration at) {
        Fields params = event.params();
        String id = params.textOr("requestId", "");
        switch (event.method()) {
            case "Network.requestWillBeSent" -> sent(id, params, at);
            case "Network.requestServedFromCache" -> table.servedFromCache(id);
            case "Network.responseReceived" -> table.answered(id, answer(params.in("response")));
            case "Network.responseReceivedExtraInfo" -> table.told(id, told(params));
            case "Network.loadingFinished" -> table.completed(id, params.number("encodedDataLength"), at);
            case "Network.loadingFailed" -> table.failed(id, error(params), at);
            default -> {
                // Other network events say nothing that is recorded.
            }
        }
    }

    /** Why a request failed, of the event that tells so. */
    static NetworkError error(Fields params) {
        return NetworkError.of(
                params.textOr("errorText", ""), params.textOr("blockedReason", ""), params.has("corsErrorStatus"));
    }

    private void sent(String id, Fields params, Duration at) {
        Fields request = params.in("request");
        String url = request.textOr("url", "");
        // A data: or blob: URL asks nobody for anything, and may be megabytes long. The icon that the browser asks for
        // by itself may come before the visit ends or not. A preflight is a part of its call, and would look like a
        // second call of the same address that went well.
        if (!url.startsWith("http")
                || url.endsWith("/favicon.ico")
                || params.in("initiator").textOr("type", "").equals(PREFLIGHT)) {
            return;
        }
        if (params.has("redirectResponse")) {
            RequestTable.Answer hop = answer(params.in("redirectResponse"));
            table.redirected(id, LenientUri.of(url), hop, params.flag("redirectHasExtraInfo"));
        } else {
            table.sent(sent(id, url, params, at));
        }
    }

    private RequestTable.Sent sent(String id, String url, Fields params, Duration at) {
        String frame = params.textOr("frameId", "");
        boolean inFrame = !frame.isEmpty() && !frame.equals(tab);
        URI address = LenientUri.of(url);
        return new RequestTable.Sent(
                id,
                address,
                params.in("request").textOr("method", "GET"),
                kind(params.textOr("type", ""), inFrame),
                inFrame,
                firstParty.test(address),
                initiator(params.in("initiator")),
                millis(params),
                at,
                Asking.of(params));
    }

    /** Whether an event tells of a document for a tab's outermost frame, and so of a navigation of the tab. */
    static boolean isNavigation(DevToolsEvent event, String tab) {
        return event.method().equals("Network.requestWillBeSent")
                && event.params().textOr("type", "").equals("Document")
                && event.params().textOr("frameId", "").equals(tab);
    }

    /** Milliseconds of the browser's clock. */
    static long millis(Fields params) {
        return Math.round(params.decimal("timestamp") * 1000);
    }

    private static Kind kind(String type, boolean inFrame) {
        return switch (type) {
            case "Document" -> inFrame ? Kind.FRAME : Kind.DOCUMENT;
            case "Script" -> Kind.SCRIPT;
            case "Stylesheet" -> Kind.STYLE;
            case "Image" -> Kind.IMAGE;
            case "Font" -> Kind.FONT;
            case "Manifest" -> Kind.MANIFEST;
            case "Fetch", "XHR", "Ping" -> Kind.CALL;
            case "EventSource", "WebSocket" -> Kind.STREAM;
            default -> Kind.OTHER;
        };
    }

    private static Optional<String> initiator(Fields initiator) {
        Fields frame =
                initiator.in("stack").list("callFrames").stream().findFirst().orElse(initiator);
        return frame.text("url")
                .filter(url -> !url.isEmpty())
                .map(url -> MessageEvents.cut(url, 500)
                        + (frame.has("lineNumber") ? ":" + (frame.number("lineNumber") + 1) : ""));
    }

    private static RequestTable.Answer answer(Fields response) {
        return new RequestTable.Answer(
                (int) response.number("status"),
                headers(response.in("headers")),
                response.flag("fromDiskCache") || response.flag("fromPrefetchCache"));
    }

    /** What came over the wire, before the browser's cache and its rules for scripts had their say. */
    private static RequestTable.Answer told(Fields params) {
        return new RequestTable.Answer((int) params.number("statusCode"), headers(params.in("headers")), false);
    }

    /** Fields of one name come as one text, a line each. */
    private static Headers headers(Fields fields) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        fields.copy().forEach((name, value) -> {
            List<String> values = headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), same -> new ArrayList<>());
            for (String one : String.valueOf(value).split("\n", -1)) {
                values.add(MessageEvents.cut(one, MessageBook.LONGEST));
            }
        });
        return new Headers(headers);
    }
}
