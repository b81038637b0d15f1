package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observe.browser.firefox.EmbedderPolicy;
import dev.smokerunner.observe.browser.firefox.FirefoxError;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.Asking;
import dev.smokerunner.observe.browser.visit.RequestTable;
import dev.smokerunner.observe.browser.visit.SentRequest;
import dev.smokerunner.observe.browser.visit.TabListener;
import dev.smokerunner.observe.browser.visit.WireHeaders;
import dev.smokerunner.observe.url.LenientUri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a listener what the protocol reports of requests. */
final class NetworkEvents {
    /** As many as a visit records. */
    private static final int MOST = 5_000;

    private final TabListener listener;
    private final String tab;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Navigations navigations;
    private final EncodedBodies bodies;
    private int blocked;
    private boolean isIsolated;

    /**
     * Tells a listener.
     *
     * @param listener is told
     * @param tab the browser's name for the tab; any other context is a frame within it
     * @param navigations how its navigations are called
     * @param bodies says of encoded answers whether they could be read
     */
    NetworkEvents(TabListener listener, String tab, Navigations navigations, EncodedBodies bodies) {
        this.navigations = navigations;
        this.bodies = bodies;
        this.listener = listener;
        this.tab = tab;
    }

    /** A request of which the listener was told. */
    private static final class Known {
        private final String protocolName;
        private final boolean isOpaque;
        private final boolean isWorker;
        private final boolean isEmbedded;
        private String url;
        private Optional<RequestTable.Answer> answer = Optional.empty();
        private boolean isRefused;

        Known(RequestFields request) {
            this.protocolName = request.protocolName();
            this.url = request.url();
            this.isOpaque = request.isOpaque();
            this.isWorker = request.isForWorker();
            this.isEmbedded = request.isEmbedded();
        }

        /** One that was not sent. */
        Known(String name, String url) {
            this.protocolName = name;
            this.url = url;
            this.isOpaque = false;
            this.isWorker = false;
            this.isEmbedded = false;
            this.isRefused = true;
        }
    }

    void accept(BidiEvent event) {
        Fields params = event.params();
        RequestFields fields = new RequestFields(params.in("request"));
        // The request for a document goes by the name of its navigation, as a failure of the one is one of the other.
        boolean isDocument = event.context().equals(tab) && fields.isDocument();
        String id = isDocument
                ? navigations.of(params.textOr("navigation", ""), fields.protocolName())
                : fields.protocolName();
        if (fields.isSocket()) {
            socket(event.method(), id, fields.url());
            return;
        }
        if (event.method().equals("network.beforeRequestSent")) {
            asked(id, fields, event);
            return;
        }
        Known request = known.get(id);
        if (request == null) {
            listener.stirred();
            return;
        }
        switch (event.method()) {
            case "network.responseStarted" -> answered(id, request, params.in("response"));
            case "network.responseCompleted" -> completed(id, request, params.in("response"), isDocument);
            case "network.fetchError" -> failed(id, request, params.textOr("errorText", ""));
            default -> listener.stirred();
        }
    }

    private void socket(String method, String id, String url) {
        if (method.equals("network.beforeRequestSent")) {
            listener.opens(id, LenientUri.of(url));
        } else {
            listener.opened(id);
        }
    }

    private void asked(String id, RequestFields request, BidiEvent event) {
        Known before = known.get(id);
        if (before != null && event.params().number("redirectCount") > 0) {
            RequestTable.Answer hop = before.answer.orElse(new RequestTable.Answer(302, Headers.NONE, false));
            before.url = request.url();
            before.answer = Optional.empty();
            listener.redirected(id, LenientUri.of(request.url()), hop, false);
        } else if (before == null && known.size() < MOST && request.isOfPage()) {
            known.put(id, new Known(request));
            SentRequest sent = sent(id, request, event);
            listener.sent(sent);
            if (sent.kind() == Kind.DOCUMENT) {
                listener.navigationStarted(id);
            }
        } else {
            listener.stirred();
        }
    }

    private SentRequest sent(String id, RequestFields request, BidiEvent event) {
        boolean inFrame = !event.context().equals(tab);
        return new SentRequest(
                id,
                LenientUri.of(request.url()),
                request.method(),
                request.kind(inFrame),
                inFrame,
                Optional.empty(),
                event.params().number("timestamp"),
                Asking.of(request.isInBackground(), request.url(), headers(request.headers()), "", List.of()));
    }

    private RequestTable.Answer answered(String id, Known request, Fields response) {
        RequestTable.Answer answer = new RequestTable.Answer(
                (int) response.number("status"), headers(response.list("headers")), response.flag("fromCache"));
        request.answer = Optional.of(answer);
        listener.answered(id, answer);
        return answer;
    }

    private void completed(String id, Known request, Fields response, boolean isDocument) {
        RequestTable.Answer answer = answered(id, request, response);
        long bytes = response.number("bytesReceived");
        if (isDocument) {
            // Where it cannot be read an error page comes in its place.
            isIsolated = EmbedderPolicy.isIn(answer.headers());
            listener.completed(id, bytes);
        } else if (request.isWorker && isIsolated && !EmbedderPolicy.isIn(answer.headers())) {
            listener.failed(id, FirefoxError.UNISOLATED_WORKER);
        } else if (answer.headers().first("content-encoding").isPresent()) {
            bodies.ask(request.protocolName, trouble -> {
                if (trouble.isPresent()) {
                    listener.failed(id, trouble.get());
                } else {
                    listener.completed(id, bytes);
                }
            });
        } else {
            listener.completed(id, bytes);
        }
    }

    private void failed(String id, Known request, String name) {
        FirefoxError error = FirefoxError.of(name, request.answer.map(RequestTable.Answer::headers), request.isOpaque);
        if (request.answer.isPresent() && error.isAboutUse()) {
            listener.completed(id, 0);
        } else {
            listener.failed(id, error);
        }
    }

    /**
     * The browser said that it kept something from the page: where an answer came all the same, the page has none of it; where
     * nothing was sent, this is all that is told of the request.
     *
     * @param address what it kept
     * @param error why
     * @param kind what the request is for
     */
    void refused(String address, FirefoxError error, Kind kind) {
        Optional<Map.Entry<String, Known>> asked = known.entrySet().stream()
                .filter(entry -> entry.getValue().url.equals(address) && !entry.getValue().isRefused)
                .findFirst();
        if (asked.isPresent()) {
            asked.get().getValue().isRefused = true;
            listener.failed(asked.get().getKey(), error);
        } else if (address.startsWith("http") && blocked < MOST && !isRefusedAlready(address)) {
            String id = "blocked-" + ++blocked;
            known.put(id, new Known(id, address));
            listener.sent(unsent(id, address, kind));
            listener.failed(id, error);
        }
    }

    /**
     * A document came into a frame. Of one that an {@code <object>} or {@code <embed>} shows the protocol tells no answer but
     * that it failed: what came is whole, and with what status is not known.
     */
    void framed(String url) {
        known.forEach((id, request) -> {
            if (request.isEmbedded && request.answer.isEmpty() && request.url.equals(url)) {
                listener.completed(id, 0);
            }
        });
    }

    private boolean isRefusedAlready(String url) {
        return known.values().stream().anyMatch(request -> request.isRefused && request.url.equals(url));
    }

    private static SentRequest unsent(String id, String address, Kind kind) {
        return new SentRequest(
                id,
                LenientUri.of(address),
                "GET",
                kind,
                kind == Kind.FRAME,
                Optional.empty(),
                Long.MAX_VALUE,
                Asking.of(false, address, Headers.NONE, "", List.of()));
    }

    /** The protocol's name for a request of which the listener was told. */
    String protocolName(String id) {
        Known request = known.get(id);
        return request == null ? id : request.protocolName;
    }

    private static Headers headers(List<Fields> fields) {
        WireHeaders headers = new WireHeaders();
        fields.forEach(
                field -> headers.add(field.textOr("name", ""), field.in("value").textOr("value", "")));
        return headers.headers();
    }
}
