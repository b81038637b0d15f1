package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.Seeing;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/** Finds pages that came and show nothing, or that cannot be used at all. */
public record PageBlankCheck() implements Check {
    @Override
    public String name() {
        return "page-blank";
    }

    @Override
    public CheckResult judge(PageObservation page, Expectations expected) {
        return Seeing.judge(name(), page.browser(), visit -> judge(page, visit));
    }

    private CheckResult judge(PageObservation page, BrowserVisit visit) {
        Optional<String> unusable = unusable(visit);
        if (unusable.isPresent()) {
            return failed(page, unusable.get(), Words.line(visit.endingDetail()));
        }
        if (visit.rendered() instanceof Captured.Unseen<RenderedPage> unseen
                && unseen.fault() == Captured.Fault.TARGET) {
            return failed(page, "the page cannot be looked at", Words.line(unseen.reason()));
        }
        return Seeing.judge(
                name(),
                visit.rendered(),
                shown -> isBlank(visit, shown)
                        ? failed(page, "the page shows nothing", "no text, no picture, no form field, one plain colour")
                        : CheckResult.judged(name(), 1, List.of()));
    }

    private CheckResult failed(PageObservation page, String message, String actual) {
        Finding finding = Finding.on(
                        page.url(), name(), Severity.SEV1, page.url().toString())
                .message(message)
                .expected("a page that shows something and can be used")
                .actual(actual)
                .attempts(page.attempts())
                .build();
        return CheckResult.judged(name(), 1, List.of(finding));
    }

    private static Optional<String> unusable(BrowserVisit visit) {
        return switch (visit.ending()) {
            case HUNG -> Optional.of("the page hangs: a script of it never ends");
            case CRASHED -> Optional.of("the page crashes the browser's tab");
            case KEEPS_NAVIGATING -> Optional.of("the page goes on to itself again and again");
            case LOADED, NOT_NAVIGATED, DOWNLOAD, NOT_LOADED -> Optional.empty();
        };
    }

    private static boolean isBlank(BrowserVisit visit, RenderedPage shown) {
        boolean isEmpty = shown.visibleText().isBlank() && shown.visibleObjects() == 0;
        // A page may be painted by its background alone: then the picture has more than one colour.
        return isEmpty && (shown.onePlainColour() || visit.screenshot().value().isEmpty());
    }
}
