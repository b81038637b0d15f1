package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observe.browser.chromium.NetworkError;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.Asking;
import dev.smokerunner.observe.browser.visit.RequestTable;
import dev.smokerunner.observe.browser.visit.SentRequest;
import dev.smokerunner.observe.browser.visit.TabListener;
import dev.smokerunner.observe.browser.visit.WireHeaders;
import dev.smokerunner.observe.url.LenientUri;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a listener what the protocol reports of requests. */
final class NetworkEvents {
    /** Who causes what a browser asks before some calls of another origin. */
    private static final String PREFLIGHT = "preflight";

    /** Types of the protocol (Network.ResourceType) whose answers no page waits for. */
    private static final Set<String> BACKGROUND = Set.of("Ping", "Prefetch", "CSPViolationReport");

    private final TabListener listener;
    private final String tab;

    /**
     * Tells a listener.
     *
     * @param listener is told
     * @param tab the tab's outermost frame; any other is a frame within it, none is a worker
     */
    NetworkEvents(TabListener listener, String tab) {
        this.listener = listener;
        this.tab = tab;
    }

    void accept(DevToolsEvent event) {
        Fields params = event.params();
        String id = params.textOr("requestId", "");
        switch (event.method()) {
            case "Network.requestWillBeSent" -> {
                sent(id, params);
                navigation(params);
            }
            case "Network.requestServedFromCache" -> listener.servedFromCache(id);
            case "Network.responseReceived" -> listener.answered(id, answer(params.in("response")));
            case "Network.responseReceivedExtraInfo" -> listener.told(id, told(params));
            case "Network.loadingFinished" -> listener.completed(id, params.number("encodedDataLength"));
            case "Network.loadingFailed" -> listener.failed(id, error(params));
            // It begins as a request of HTTP, to the same site.
            case "Network.webSocketCreated" ->
                listener.opens(id, LenientUri.of(params.textOr("url", "").replaceFirst("^ws", "http")));
            case "Network.webSocketHandshakeResponseReceived",
                    "Network.webSocketFrameError",
                    "Network.webSocketClosed" -> listener.opened(id);
            default -> listener.stirred();
        }
    }

    /** Older browsers do not tell that a navigation starts. */
    private void navigation(Fields params) {
        if (params.textOr("type", "").equals("Document")
                && params.textOr("frameId", "").equals(tab)) {
            listener.navigationStarted(params.textOr("loaderId", ""));
        }
    }

    /** Why a request failed, of the event that tells so. */
    private static NetworkError error(Fields params) {
        return NetworkError.of(
                params.textOr("errorText", ""), params.textOr("blockedReason", ""), params.has("corsErrorStatus"));
    }

    private void sent(String id, Fields params) {
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
            listener.redirected(id, LenientUri.of(url), hop, params.flag("redirectHasExtraInfo"));
        } else {
            listener.sent(sent(id, url, params));
        }
    }

    private SentRequest sent(String id, String url, Fields params) {
        String frame = params.textOr("frameId", "");
        boolean inFrame = !frame.isEmpty() && !frame.equals(tab);
        return new SentRequest(
                id,
                LenientUri.of(url),
                params.in("request").textOr("method", "GET"),
                kind(params.textOr("type", ""), inFrame),
                inFrame,
                initiator(params.in("initiator")),
                millis(params),
                asking(url, params));
    }

    private static Asking asking(String url, Fields params) {
        Fields request = params.in("request");
        List<Asking.Caller> callers = params.in("initiator").in("stack").list("callFrames").stream()
                .map(frame -> new Asking.Caller(
                        frame.textOr("url", ""), (int) frame.number("lineNumber"), (int) frame.number("columnNumber")))
                .toList();
        return Asking.of(
                BACKGROUND.contains(params.textOr("type", "")),
                url,
                headers(request.in("headers")),
                request.textOr("postData", ""),
                callers);
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
            case "Fetch", "XHR" -> Kind.CALL;
            case "Ping" -> Kind.BEACON;
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

    private static Headers headers(Fields fields) {
        WireHeaders headers = new WireHeaders();
        fields.copy().forEach((name, value) -> headers.add(name, String.valueOf(value)));
        return headers.headers();
    }
}
