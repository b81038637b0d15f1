package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.RenderedPage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the page itself was answered, to the browser or to plain HTTP.
 *
 * @param status the status; 0 when no response came
 * @param headers the header fields
 * @param failure why it did not come whole
 * @param redirects the hops on the way
 * @param end where it ended
 * @param isElsewhere whether that is another site
 * @param isOpen whether it came only in part and never ended
 * @param isDownload whether it is offered to be kept, not shown
 * @param sentOn how the page went on to the one that was answered so; empty where it is the page itself
 */
record DocumentAnswer(
        int status,
        Headers headers,
        Optional<NetworkFailure> failure,
        List<Redirect> redirects,
        URI end,
        boolean isElsewhere,
        boolean isOpen,
        boolean isDownload,
        Optional<SentOn> sentOn) {
    private static final int NOT_MODIFIED = 304;

    private static final Set<BrowserVisit.Ending> HELD_UP =
            Set.of(BrowserVisit.Ending.HUNG, BrowserVisit.Ending.KEEPS_ASKING);

    /** As the browser saw it. */
    static DocumentAnswer ofBrowser(PageObservation page, BrowserVisit visit, BrowserRequest request) {
        URI asked = request.finalUrl();
        URI end = visit.rendered()
                .value()
                .map(RenderedPage::url)
                .filter(url -> !Requests.isHttp(url))
                .orElse(asked);
        // A page that always goes on breaks off its own requests, the last one for itself included.
        boolean isUnderWay = visit.ending() == BrowserVisit.Ending.KEEPS_NAVIGATING;
        // While a script does not let go, the browser reads no further, however much the server has sent.
        boolean isHeldUp = HELD_UP.contains(visit.ending());
        return new DocumentAnswer(
                status(visit, request),
                request.headers(),
                request.failure().filter(failure -> !isUnderWay || !Requests.isCalledOff(request)),
                request.redirects(),
                end,
                !page.ownSite().has(asked) || !Requests.isHttp(end),
                request.isOpen() && !isUnderWay && !isHeldUp,
                visit.ending() == BrowserVisit.Ending.DOWNLOAD || isAttachment(request.headers()) || isDropped(request),
                SentOn.of(visit));
    }

    /** A page that is loaded again may be answered that it has not changed: then the answer of before counts. */
    private static int status(BrowserVisit visit, BrowserRequest request) {
        int status = request.status().orElse(0);
        return status != NOT_MODIFIED
                ? status
                : visit.requests().stream()
                        .filter(before -> before.kind() == BrowserRequest.Kind.DOCUMENT
                                && before.finalUrl().equals(request.finalUrl()))
                        .findFirst()
                        .map(before -> before.status().orElse(0))
                        .orElse(status);
    }

    /** As plain HTTP saw it. */
    static DocumentAnswer ofHttp(PageObservation page) {
        HttpAnswer answer = page.document();
        URI end = answer.response().map(HttpResponse::url).orElse(answer.url());
        return new DocumentAnswer(
                answer.response().map(HttpResponse::status).orElse(0),
                answer.response().map(HttpResponse::headers).orElse(Headers.NONE),
                answer.failure(),
                answer.redirects(),
                end,
                !page.ownSite().has(end),
                false,
                answer.response().filter(r -> isAttachment(r.headers())).isPresent(),
                Optional.empty());
    }

    private static boolean isAttachment(Headers headers) {
        return headers.first("content-disposition")
                .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("attachment"))
                .isPresent();
    }

    /** A browser that does not say that it keeps a file at least gives up the page for it. */
    private static boolean isDropped(BrowserRequest request) {
        int status = request.status().orElse(0);
        return Requests.isCalledOff(request) && status >= 200 && status < 300;
    }

    /** Whether an answer has a status that says success, or the one that was asked for. */
    static boolean isAsked(HttpAnswer answer, int expected) {
        return answer.whole()
                .filter(response -> response.isOk() || response.status() == expected)
                .isPresent();
    }

    /** Whether the page has no bytes at all; false where its bytes were not seen. */
    static boolean isEmpty(PageObservation page, int expected) {
        boolean hasNoBytes = isAsked(page.document(), expected)
                && page.document()
                        .whole()
                        .filter(response -> response.body().length() == 0)
                        .isPresent();
        return hasNoBytes
                && page.browser().value().map(BrowserVisit::rendered).flatMap(Captured::value).stream()
                        .allMatch(shown -> shown.visibleText().isBlank() && shown.visibleObjects() == 0);
    }
}
