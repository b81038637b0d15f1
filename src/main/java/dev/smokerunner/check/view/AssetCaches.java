package dev.smokerunner.check.view;

import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.web.CdnHeaders;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the caches that an answer came through have to do with a trouble. */
public final class AssetCaches {
    private AssetCaches() {}

    /** What is known of the cache of an asset, which is not as it should be. */
    static List<String> of(Asset asset) {
        return Stream.concat(
                        asset.requests().stream().map(BrowserRequest::headers),
                        asset.answer().flatMap(HttpAnswer::response).stream().map(HttpResponse::headers))
                .map(CdnHeaders::of)
                .flatMap(Optional::stream)
                .filter(CacheNews::isTelling)
                .findFirst()
                .map(news -> news.onTrouble("file"))
                .stream()
                .toList();
    }

    /** That the page is kept by a cache, and so may name what its release has no more. */
    public static List<String> ofPageBefore(PageObservation page) {
        return pageHeaders(page).flatMap(CdnHeaders::of).flatMap(CacheNews::onPage).stream()
                .toList();
    }

    /** What is known of the cache of a page, which is not as it should be. */
    public static List<String> ofPage(PageObservation page) {
        return pageHeaders(page)
                .flatMap(CdnHeaders::of)
                .filter(CacheNews::isTelling)
                .map(news -> news.onTrouble("page"))
                .stream()
                .toList();
    }

    private static Optional<Headers> pageHeaders(PageObservation page) {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(BrowserRequest::headers)
                .filter(headers -> !headers.fields().isEmpty())
                .or(() -> page.document().response().map(HttpResponse::headers));
    }
}
