package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.Seeing;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.time.Duration;
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
        return Seeing.judge(
                name(),
                page.browser(),
                visit -> judge(page, visit, expected.responseTime().ready()));
    }

    private CheckResult judge(PageObservation page, BrowserVisit visit, Duration limit) {
        if (visit.ending() == BrowserVisit.Ending.KEEPS_ASKING) {
            return CheckResult.judged(
                    name(), 1, DialogFinding.of(page, visit).stream().toList());
        }
        Optional<String> unusable = unusable(visit);
        if (unusable.isPresent()) {
            return failed(page, unusable.get(), Words.line(visit.endingDetail()), List.of());
        }
        if (visit.rendered() instanceof Captured.Unseen<RenderedPage> unseen
                && unseen.fault() == Captured.Fault.TARGET) {
            return failed(page, "the page cannot be looked at", Words.line(unseen.reason()), List.of());
        }
        return Seeing.judge(name(), visit.rendered(), shown -> hindered(page, visit, shown)
                .map(finding -> CheckResult.judged(name(), 1, List.of(finding)))
                .orElseGet(() -> Blockade.isBlank(visit, shown)
                        ? blank(page, visit, limit)
                        : CheckResult.judged(name(), 1, List.of())));
    }

    /** What stands between the visitors and the page, where the visit shows it. */
    private static Optional<Finding> hindered(PageObservation page, BrowserVisit visit, RenderedPage shown) {
        return Blockade.ofBlank(page, visit)
                .map(blockade -> blockade.finding(page))
                .or(() -> DialogFinding.of(page, visit)
                        .map(dialog -> Blockade.isBlank(visit, shown) ? DialogFinding.beforeNothing(dialog) : dialog));
    }

    private CheckResult blank(PageObservation page, BrowserVisit visit, Duration limit) {
        boolean isWaitedFor = visit.settling().until().compareTo(limit) >= 0;
        String actual = "no text, no picture, no form field, one plain colour"
                + (isWaitedFor ? ", " + Words.duration(limit) + " after it was asked for" : "");
        List<String> open = visit.settling().missing().stream()
                .filter(Awaited.Answer.class::isInstance)
                .map(missing -> "until then it waited for " + missing.words())
                .toList();
        return failed(page, "the page shows nothing", actual, open);
    }

    private CheckResult failed(PageObservation page, String message, String actual, List<String> evidence) {
        Finding finding = Finding.on(
                        page.url(), name(), Severity.SEV1, page.url().toString())
                .message(message)
                .expected("a page that shows something and can be used")
                .actual(actual)
                .evidence(evidence)
                .attempts(page.attempts())
                .build();
        return CheckResult.judged(name(), 1, List.of(finding));
    }

    private static Optional<String> unusable(BrowserVisit visit) {
        return switch (visit.ending()) {
            case HUNG -> Optional.of("the page hangs: a script of it never ends");
            case CRASHED -> Optional.of("the page crashes the browser's tab");
            case KEEPS_NAVIGATING -> Optional.of("the page goes on to itself again and again");
            case LOADED, NOT_NAVIGATED, DOWNLOAD, NOT_LOADED, KEEPS_ASKING -> Optional.empty();
        };
    }
}
