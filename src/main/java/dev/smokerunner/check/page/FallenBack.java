package dev.smokerunner.check.page;

import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.BrowserRequest;
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

    private FallenBack() {}

    /** Whether a call got just what this server answers for a file that does not exist. */
    static boolean isThePage(PageObservation page, BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return call.kind() == BrowserRequest.Kind.CALL
                && !path.endsWith("/")
                && page.madeUp()
                        .flatMap(HttpAnswer::whole)
                        .filter(HttpResponse::isOk)
                        .map(HttpResponse::headers)
                        .filter(headers -> MediaTypes.isHtml(headers.mediaType()) && isAlike(headers, call.headers()))
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
}
