package dev.smokerunner.check.cause;

import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.web.CdnHeaders;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds to a finding what else is known about its subject: the name that was meant, and the cache that it came through. */
public final class Hints {
    private static final Set<String> OF_ASSETS = Set.of("asset-status", "asset-type", "asset-body");
    private static final Set<String> MAY_BE_MISNAMED = Set.of("asset-status", "asset-type");

    private final PageObservation page;
    private Optional<NearestName> nearest = Optional.empty();

    /** Prepares to add to the findings of a page. */
    public Hints(PageObservation page) {
        this.page = page;
    }

    /** The finding with more evidence and a better hint, where there is one. */
    public Finding added(Finding finding) {
        if (finding.check().equals(PageStatusCheck.NAME)) {
            return pageHeaders()
                    .flatMap(CdnHeaders::of)
                    .filter(CacheNews::isTelling)
                    .map(news -> with(finding, news.onTrouble("page")))
                    .orElse(finding);
        }
        Optional<URI> subject = Urls.of(finding.subject()).filter(url -> OF_ASSETS.contains(finding.check()));
        return subject.map(url -> ofAsset(finding, url)).orElse(finding);
    }

    private Finding ofAsset(Finding finding, URI url) {
        FindingBuilder better = finding.toBuilder();
        if (MAY_BE_MISNAMED.contains(finding.check()) && isMissing(finding)) {
            nearest().to(url).ifPresent(better::hint);
        }
        headers(url)
                .map(CdnHeaders::of)
                .flatMap(Optional::stream)
                .filter(CacheNews::isTelling)
                .findFirst()
                .ifPresent(news -> better.evidence(List.of(news.onTrouble("file"))));
        pageHeaders()
                .flatMap(CdnHeaders::of)
                .flatMap(CacheNews::onPage)
                .filter(words -> isMissing(finding))
                .ifPresent(words -> better.evidence(List.of(words)));
        return better.build();
    }

    /** All names are gathered where one is missing first: pages on which none is need not wait for it. */
    private NearestName nearest() {
        NearestName known = nearest.orElseGet(() -> NearestName.on(page));
        nearest = Optional.of(known);
        return known;
    }

    private static boolean isMissing(Finding finding) {
        return finding.message().contains("missing");
    }

    /** The headers of the answers for a URL that were not good, the browser's first. */
    private Stream<Headers> headers(URI url) {
        return Stream.concat(
                page.requestsFor(url).stream().map(request -> request.headers()),
                page.asset(url).flatMap(HttpAnswer::response).stream().map(HttpResponse::headers));
    }

    private Optional<Headers> pageHeaders() {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(request -> request.headers())
                .filter(headers -> !headers.fields().isEmpty())
                .or(() -> page.document().response().map(HttpResponse::headers));
    }

    private static Finding with(Finding finding, String line) {
        return finding.toBuilder().evidence(List.of(line)).build();
    }
}
