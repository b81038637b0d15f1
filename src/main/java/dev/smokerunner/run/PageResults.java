package dev.smokerunner.run;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.TimeLimits;
import dev.smokerunner.result.Timings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Sums up what was seen of a page and what the checks say about it. */
final class PageResults {
    /** No page should need more, and a hostile one may ask for any number. */
    private static final int MOST_LOADED = 500;

    private PageResults() {}

    /** A page that was looked at. */
    static PageResult of(
            PageObservation page, Optional<String> browser, Expectations expected, List<CheckResult> checks) {
        Optional<BrowserVisit> visit = page.browser().value();
        return new PageResult(
                page.url(),
                browser,
                status(page),
                visit.map(BrowserVisit::timings).orElseGet(() -> overHttp(page)),
                limits(expected.responseTime()),
                visit.map(v -> v.requests().size()).orElse(0),
                (int) page.references().stream()
                        .map(Reference::url)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count(),
                visit.flatMap(v -> v.screenshot().value()),
                visit.map(v -> loaded(v)).orElse(List.of()),
                notes(page),
                checks,
                VisitResults.of(page, expected),
                Optional.empty());
    }

    private static TimeLimits limits(ResponseTimeLimits limits) {
        return new TimeLimits(limits.document(), Optional.of(limits.load()), Optional.of(limits.ready()));
    }

    /** A page that was not looked at. */
    static PageResult unseen(SeenPage seen, List<CheckResult> checks) {
        return new PageResult(
                seen.url(),
                seen.browser(),
                OptionalInt.empty(),
                Timings.NONE,
                0,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                checks);
    }

    private static List<LoadedAsset> loaded(BrowserVisit visit) {
        return visit.requests().stream()
                .filter(request -> request.isOk()
                        && request.url().getHost() != null
                        && request.kind().isAsset())
                .limit(MOST_LOADED)
                .map(request ->
                        new LoadedAsset(request.url(), request.kind().name().toLowerCase(Locale.ROOT), request.bytes()))
                .toList();
    }

    private static List<String> notes(PageObservation page) {
        List<String> ofVisit = page.browser().value().map(BrowserVisit::notes).orElse(List.of());
        List<String> ofPackage =
                page.contents().value().map(PackageContents::notes).orElse(List.of());
        return Stream.of(ofVisit, page.notes(), ofPackage, page.site().notes())
                .flatMap(List::stream)
                .toList();
    }

    private static OptionalInt status(PageObservation page) {
        OptionalInt seen = page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(document -> document.status())
                .orElse(OptionalInt.empty());
        if (seen.isPresent()) {
            return seen;
        }
        return page.document()
                .response()
                .map(HttpResponse::status)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Timings overHttp(PageObservation page) {
        Captured<?> html = page.html();
        return html.value().isEmpty()
                ? Timings.NONE
                : new Timings(
                        Optional.of(page.document().took()), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
