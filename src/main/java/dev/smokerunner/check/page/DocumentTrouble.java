package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Bytes;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a page did not come.
 *
 * @param kind what it is
 * @param what what is wrong, as it goes on after "the page"
 * @param actual what came instead
 * @param hint what to do about it
 * @param sentOn how the visit came to the page that has the trouble, where that is another page than the one asked for
 */
record DocumentTrouble(Kind kind, String what, String actual, Optional<String> hint, Optional<SentOn> sentOn) {
    /** The page did not answer. */
    static final Kind UNANSWERED = Kind.alone("page-unanswered");

    private static final Kind REFUSED = Kind.alone("page-refused");
    private static final Kind NO_CONTENT = Kind.alone("page-no-content");
    private static final Kind WRONG_STATUS = Kind.alone("page-wrong-status");
    private static final Kind DOWNLOAD = Kind.alone("page-download");
    /** The page's HTML ends too early. */
    static final Kind CUT = Kind.alone("page-cut");

    private static final Kind ENDLESS = Kind.alone("page-endless");
    private static final Kind ELSEWHERE = Kind.alone("page-elsewhere");
    private static final Kind LOG_IN_INSTEAD = Kind.alone("page-log-in-instead");
    private static final Kind NOT_HTML = Kind.alone("page-not-html");
    private static final Kind COMPRESSED = Kind.alone("page-compressed");
    private static final Kind EMPTY = Kind.alone("document-empty");

    private static final Pattern LOG_IN = Pattern.compile(
            "\\b(log-?in|sign-?in|sso|oauth2?|saml2?|adfs|auth|authorize)\\b", Pattern.CASE_INSENSITIVE);

    /** A trouble of the page that was asked for. */
    DocumentTrouble(Kind kind, String what, String actual, Optional<String> hint) {
        this(kind, what, actual, hint, Optional.empty());
    }

    /** The first trouble with an answer, if there is any. */
    static Optional<DocumentTrouble> of(PageObservation page, DocumentAnswer answer, int expectedStatus) {
        return wrongStatus(page, answer, expectedStatus)
                .or(() -> download(answer))
                .or(() -> failure(answer))
                .or(() -> openEnd(answer))
                .map(trouble -> trouble.after(answer.sentOn()))
                .or(() -> elsewhere(page, answer))
                .or(() -> notHtml(page, answer).map(trouble -> trouble.after(answer.sentOn())))
                .or(() -> packed(page, expectedStatus))
                .or(() -> empty(page, expectedStatus))
                .or(() -> cut(page))
                .or(() -> CutStream.of(page));
    }

    private DocumentTrouble after(Optional<SentOn> way) {
        return new DocumentTrouble(kind, what, actual, hint, way);
    }

    /** What is wrong, in a sentence: who was sent on looks for the page that was named, not for the one that was asked for. */
    String message() {
        return sentOn.map(on -> "the page sends its visitors on to "
                                + Format.line(on.url().toString()) + ", which ")
                        .orElse("the page ")
                + what;
    }

    private static Optional<DocumentTrouble> wrongStatus(PageObservation page, DocumentAnswer answer, int expected) {
        int status = answer.status();
        // A redirect that leads nowhere has a status, but its failure says more.
        boolean isOnTheWay = status >= 300 && status < 400 && answer.failure().isPresent();
        if (status == 0 || status == expected || isOnTheWay) {
            return Optional.empty();
        }
        // Without its type, which the browser does not always tell of an error.
        String actual = "status " + status;
        return Optional.of(
                switch (status) {
                    case 401 ->
                        new DocumentTrouble(
                                REFUSED,
                                "answers 401: credentials needed",
                                actual,
                                Optional.of("name them as browser.basic-auth in the config, or open the page"));
                    case 204, 205 ->
                        new DocumentTrouble(NO_CONTENT, "answers " + status + ": no content", actual, Optional.empty());
                    default ->
                        new DocumentTrouble(
                                WRONG_STATUS,
                                "answers " + status + ", not " + expected,
                                actual,
                                WorkingPage.hint(page, status).or(() -> statusHint(answer, status)));
                });
    }

    private static Optional<String> statusHint(DocumentAnswer answer, int status) {
        if (status >= 500) {
            return Optional.of("the server or a proxy before it fails: look at its log, and at what was deployed last");
        }
        if (status != 403 && status != 404) {
            return Optional.empty();
        }
        return Optional.of(
                answer.sentOn().isPresent()
                        ? "the page where visitors are sent was not uploaded, or its address is misspelt where it is named"
                        : "the page was not uploaded to this place, or may not be read there: check path and rights");
    }

    private static Optional<DocumentTrouble> download(DocumentAnswer answer) {
        if (!answer.isDownload()) {
            return Optional.empty();
        }
        return Optional.of(new DocumentTrouble(
                DOWNLOAD,
                "is answered with a download, not a page",
                answer.status() == 0 ? "a file to keep" : Format.status(answer.status(), answer.headers()),
                Optional.of("serve it as text/html, without Content-Disposition: attachment")));
    }

    private static Optional<DocumentTrouble> failure(DocumentAnswer answer) {
        return answer.failure().map(failure -> {
            boolean isCut = failure.kind() == NetworkFailure.Kind.TRUNCATED
                    || failure.kind() == NetworkFailure.Kind.RESET && answer.status() != 0;
            String what = movedTo(answer) + (isCut ? "breaks off: " : "does not load: ");
            return new DocumentTrouble(
                    isCut ? CUT : UNANSWERED,
                    what + Format.reason(failure.kind()),
                    Format.failure(failure),
                    hint(failure.kind()));
        });
    }

    /** Where the visitors of a page are moved by redirects, for the answer that fails there. */
    private static String movedTo(DocumentAnswer answer) {
        List<Redirect> hops = answer.redirects();
        boolean isLoop = answer.failure()
                .filter(failure -> failure.kind() == NetworkFailure.Kind.REDIRECT_LOOP)
                .isPresent();
        return hops.isEmpty() || isLoop
                ? ""
                : "moves its visitors to "
                        + Format.line(hops.get(hops.size() - 1).to().toString()) + ", which ";
    }

    private static Optional<String> hint(NetworkFailure.Kind kind) {
        return switch (kind) {
            case DNS -> Optional.of("check the host name of the target, and its DNS record");
            case REFUSED -> Optional.of("nothing listens there: check host and port of the target, and the server");
            case TLS -> Optional.of("check the certificate's names, dates and chain, and this machine's clock");
            case REDIRECT_LOOP -> Optional.of("look for two rules that undo each other, e.g. http/https or www");
            case RESET, TIMEOUT, TRUNCATED, DECODING, BLOCKED, ABORTED, UNASKED, FORBIDDEN_PORT, OTHER ->
                Optional.empty();
        };
    }

    private static Optional<DocumentTrouble> cut(PageObservation page) {
        return page.html()
                .value()
                .flatMap(CutPage::lastOf)
                .map(last -> new DocumentTrouble(
                        CUT,
                        "is cut: its HTML ends in the middle",
                        "..." + Format.line(last),
                        Optional.of(
                                "compare its size with the build's: the upload was broken off, the disk was full, or what"
                                        + " renders it failed on the way")));
    }

    private static Optional<DocumentTrouble> openEnd(DocumentAnswer answer) {
        return answer.isOpen()
                ? Optional.of(new DocumentTrouble(
                        ENDLESS,
                        "never ends: the server stopped sending before the end of the HTML, and kept the"
                                + " connection open",
                        Format.status(answer.status(), answer.headers()),
                        Optional.empty()))
                : Optional.empty();
    }

    private static Optional<DocumentTrouble> elsewhere(PageObservation page, DocumentAnswer answer) {
        if (!answer.isElsewhere()) {
            return Optional.empty();
        }
        String end = answer.end().toString();
        String what = LOG_IN.matcher(end).find() ? "on a log-in page of another site" : "on another site";
        return Optional.of(new DocumentTrouble(
                ELSEWHERE,
                "ended " + (Requests.isHttp(answer.end()) ? what : "on " + Format.line(end, 80)),
                Format.line(end) + " instead of " + page.url(),
                Optional.empty()));
    }

    /**
     * A log-in page of the same site, where the visitor was sent instead of what the page must show. Many start pages lead
     * to a log-in as they should: only where nothing that is required is there, this is not the page.
     */
    static Optional<DocumentTrouble> logInInstead(PageObservation page, DocumentAnswer answer, Expectations expected) {
        boolean wasSentThere = !answer.redirects().isEmpty()
                && LOG_IN.matcher(answer.end().toString()).find()
                && !LOG_IN.matcher(page.url().toString()).find();
        List<String> required =
                expected.required().stream().map(RequiredElement::css).toList();
        boolean lacksAll = page.browser().value().map(BrowserVisit::elements).orElse(List.of()).stream()
                .filter(sighting -> required.contains(sighting.css()))
                .allMatch(sighting -> sighting.matches() == 0 && !sighting.inFrame());
        return wasSentThere && lacksAll && !required.isEmpty()
                ? Optional.of(new DocumentTrouble(
                        LOG_IN_INSTEAD,
                        "sends its visitors to a log-in, which has nothing that the page must show",
                        Format.line(answer.end().toString()) + " instead of " + page.url(),
                        Optional.of("open the page to everybody, or give the run what it needs to log in")))
                : Optional.empty();
    }

    private static Optional<DocumentTrouble> notHtml(PageObservation page, DocumentAnswer answer) {
        String type = answer.headers().mediaType();
        Optional<Body> body = body(page);
        boolean isUntypedText =
                type.isEmpty() && body.filter(b -> !MediaTypes.looksLikeHtml(b)).isPresent();
        if (!type.isEmpty() && !MediaTypes.isHtml(type) || isUntypedText) {
            return Optional.of(new DocumentTrouble(
                    NOT_HTML,
                    "is not HTML",
                    type.isEmpty() ? "no content type, and no HTML" : type,
                    Optional.of("set the content type of the page's object to text/html")));
        }
        return Optional.empty();
    }

    private static Optional<DocumentTrouble> packed(PageObservation page, int expected) {
        boolean isGzip = Optional.of(page.document())
                .filter(answered -> DocumentAnswer.isAsked(answered, expected))
                .flatMap(answered -> body(page))
                .filter(Bytes::isGzip)
                .isPresent();
        return isGzip
                ? Optional.of(new DocumentTrouble(
                        COMPRESSED,
                        "is compressed and does not say so: browsers show its gzip bytes as text",
                        "bytes that start with 1f 8b, once all named encodings are undone",
                        Optional.of("the upload lost the Content-Encoding header, or compressed twice")))
                : Optional.empty();
    }

    private static Optional<Body> body(PageObservation page) {
        return page.document().whole().map(HttpResponse::body).filter(bytes -> bytes.length() > 0);
    }

    private static Optional<DocumentTrouble> empty(PageObservation page, int expected) {
        return DocumentAnswer.isEmpty(page, expected)
                ? Optional.of(new DocumentTrouble(EMPTY, "is empty", "0 bytes", Optional.empty()))
                : Optional.empty();
    }
}
