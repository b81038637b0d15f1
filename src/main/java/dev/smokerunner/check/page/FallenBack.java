package dev.smokerunner.check.page;

import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.Optional;

/** Calls that a page answers because the server falls back to it; code that catches all errors says nothing about it. */
final class FallenBack {
    /** What tells two answers of one server apart: a fragment of HTML that was asked for has another length or version. */
    private static final List<String> TELLING =
            List.of("content-type", "etag", "last-modified", "content-length", "accept-ranges", "cache-control");

    /** What two different texts of a server do not share: no fragment of a page is as long as the whole, to the byte. */
    private static final List<String> SAME_BODY = List.of("etag", "content-length");

    private FallenBack() {}

    /** Whether a call got just what this server answers for a file that does not exist, or for the page itself. */
    static boolean isThePage(PageObservation page, BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return call.kind() == BrowserRequest.Kind.CALL
                && !path.endsWith("/")
                && (isMadeUp(page, call) || isDocument(page, path, call));
    }

    /** Whether a call for a fragment of HTML got the whole page that this server answers for any file that does not exist. */
    static boolean isPageForFragment(PageObservation page, BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        boolean isDirectory = path.substring(path.lastIndexOf('/') + 1).startsWith("index.");
        return !isDirectory && isThePage(page, call) && isDocument(page, path, call);
    }

    private static boolean isMadeUp(PageObservation page, BrowserRequest call) {
        return page.madeUp()
                .flatMap(HttpAnswer::whole)
                .filter(HttpResponse::isOk)
                .map(HttpResponse::headers)
                .filter(headers -> MediaTypes.isHtml(headers.mediaType()) && isAlike(headers, call.headers()))
                .isPresent();
    }

    /** Under the page's own address a page looks whether it is still the last; under another one it has no use for itself. */
    private static boolean isDocument(PageObservation page, String path, BrowserRequest call) {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .filter(document ->
                        document.isOk() && !path.equals(document.finalUrl().getPath()))
                .filter(document -> MediaTypes.isHtml(document.headers().mediaType()))
                .filter(document -> SAME_BODY.stream()
                        .anyMatch(name -> document.headers().first(name).isPresent()
                                && document.headers()
                                        .first(name)
                                        .equals(call.headers().first(name))))
                .isPresent();
    }

    /** A length may be missing on either side, where one of them was compressed. */
    private static boolean isAlike(Headers one, Headers other) {
        return TELLING.stream().allMatch(name -> {
            Optional<String> first = one.first(name);
            Optional<String> second = other.first(name);
            boolean mayDiffer = name.equals("content-length") && (first.isEmpty() || second.isEmpty());
            return mayDiffer || first.equals(second);
        });
    }

    /** What the code wants that made a call. */
    static String wantedType(BrowserRequest call) {
        if (call.kind() == BrowserRequest.Kind.STREAM) {
            return "text/event-stream";
        }
        return isCode(call) ? "application/wasm" : isNamedHtml(call) ? "the fragment of HTML of that name" : "JSON";
    }

    /** Why a page came instead. */
    static String why(BrowserRequest call) {
        return isCode(call) || isNamedHtml(call)
                ? "the file is missing, and the server falls back to a page: it was not uploaded, or is named wrongly"
                : "the path does not reach the API: the server falls back to a page";
    }

    /** Whether a call asks for HTML by the name of its file. */
    static boolean isNamedHtml(BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return path.endsWith(".html") || path.endsWith(".htm");
    }

    /** Code that a script fetches itself, by its name. */
    static boolean isCode(BrowserRequest call) {
        return FileName.ofAddress(call.url().toString()).extension().equals("wasm");
    }
}
