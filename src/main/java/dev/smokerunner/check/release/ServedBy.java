package dev.smokerunner.check.release;

import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.web.CdnHeaders;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what answered for files of a release, and what that means. */
final class ServedBy {
    private static final int SHORT_DIGEST = 12;
    private static final int SHOWN = 5;

    private ServedBy() {}

    /** What an answer is, e.g. {@code 200 text/html, 769 bytes, SHA-256 3f9a00b1c2d3…}. */
    static String words(FileSighting file) {
        Optional<HttpResponse> response = file.answer().response();
        String failed =
                file.answer().failure().map(failure -> Format.failure(failure)).orElse("");
        if (response.isEmpty()) {
            return failed;
        }
        HttpResponse answer = response.get();
        String status = Format.status(answer.status(), answer.headers());
        if (!failed.isEmpty() || !answer.isOk()) {
            return failed.isEmpty() ? status : status + ", " + failed;
        }
        return status + ", " + Format.bytes(answer.body().length())
                + digest(answer.body().sha256());
    }

    /** What a file should be, e.g. {@code index.html of 731 bytes, SHA-256 77b1…}. */
    static String expected(FileSighting file) {
        return Format.line(file.file().key()) + " of "
                + Format.bytes(file.file().bytes()) + digest(file.file().sha256());
    }

    /** What caches say about an answer; absent where they say nothing. */
    static Optional<CacheNews> news(FileSighting file) {
        return file.answer().response().map(HttpResponse::headers).flatMap(CdnHeaders::of);
    }

    /** What keeps an old answer; absent where no cache says so, or one that has just asked again. */
    static Optional<CacheNews> keeper(FileSighting file) {
        return news(file)
                .filter(CacheNews::isKept)
                .filter(news -> news.age().filter(Duration::isZero).isEmpty());
    }

    /** The first of some files, e.g. {@code js/a.js (404), js/b.js (404) and 3 more}; a file with two addresses once. */
    static String list(List<FileSighting> files) {
        Map<String, String> brief = new LinkedHashMap<>();
        files.forEach(file -> brief.putIfAbsent(file.file().key(), briefly(file)));
        String first = brief.entrySet().stream()
                .limit(SHOWN)
                .map(file -> Format.line(file.getKey(), 100) + " (" + file.getValue() + ")")
                .collect(Collectors.joining(", "));
        return brief.size() > SHOWN ? first + " and " + (brief.size() - SHOWN) + " more" : first;
    }

    /** How many files these are; one with two addresses once. */
    static long count(List<FileSighting> files) {
        return files.stream().map(file -> file.file().key()).distinct().count();
    }

    private static String how(FileSighting file, HttpResponse response) {
        return file.isLive() ? "sent as " + Format.line(response.headers().mediaType()) : "other bytes";
    }

    private static String briefly(FileSighting file) {
        if (ReleaseStates.isStoodInFor(file)) {
            return "an HTML page answers";
        }
        return file.answer()
                .failure()
                .map(failure -> Format.reason(failure.kind()))
                .or(() -> file.answer().response().map(r -> r.isOk() ? how(file, r) : Integer.toString(r.status())))
                .orElse("");
    }

    private static String digest(String sha256) {
        return sha256.isEmpty()
                ? ""
                : ", SHA-256 " + sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length())) + "…";
    }
}
