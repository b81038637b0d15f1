package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.Seeing;
import dev.smokerunner.check.wording.Curl;
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
import java.net.URI;
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
            return failed(page, unusable.get(), Words.line(visit.endingDetail()));
        }
        if (visit.rendered() instanceof Captured.Unseen<RenderedPage> unseen
                && unseen.fault() == Captured.Fault.TARGET) {
            return failed(page, "the page cannot be looked at", Words.line(unseen.reason()));
        }
        return Seeing.judge(
                name(),
                visit.rendered(),
                shown -> Blockade.isBlank(visit, shown)
                                || Blockade.ofBlank(page, visit).isPresent()
                        ? CheckResult.judged(name(), 1, List.of(blank(page, visit, limit)))
                        : CheckResult.judged(
                                name(),
                                1,
                                DialogFinding.of(page, visit).stream().toList()));
    }

    /** Nothing to see, with the cause where the visit shows it. */
    private Finding blank(PageObservation page, BrowserVisit visit, Duration limit) {
        boolean isWaitedFor = visit.settling().until().compareTo(limit) >= 0;
        String nothing = "no text, no picture, no form field, one plain colour"
                + (isWaitedFor ? ", " + Words.duration(limit) + " after it was asked for" : "");
        return Blockade.ofBlank(page, visit)
                .map(blockade -> blocked(page, blockade))
                .or(() -> DialogFinding.of(page, visit).map(dialog -> dialog.toBuilder()
                        .impact(Severity.SEV1)
                        .evidence(List.of("and then the page shows nothing: " + nothing))
                        .build()))
                .orElseGet(() -> finding(page, "the page shows nothing", nothing, awaited(visit)));
    }

    private Finding blocked(PageObservation page, Blockade blockade) {
        URI url = blockade.request().url();
        String what = blockade.isScript() ? "script " : "style sheet ";
        return Finding.on(page.url(), name(), Severity.SEV1, url.toString())
                .message("the page shows nothing: it waits for the " + what + url
                        + " of another site, which does not answer")
                .expected("a page that shows something although another site does not answer")
                .actual("no answer when the wait ended")
                .where(blockade.where())
                .hint(
                        blockade.isScript()
                                ? "load it with async or defer, serve it from the page's own site, or take it out"
                                : "load it so that the page need not wait for it, serve it from the page's own site, or"
                                        + " take it out")
                .reproduce(Curl.headers(url))
                .attempts(page.attempts())
                .build();
    }

    private CheckResult failed(PageObservation page, String message, String actual) {
        return CheckResult.judged(name(), 1, List.of(finding(page, message, actual, List.of())));
    }

    private static List<String> awaited(BrowserVisit visit) {
        return visit.settling().missing().stream()
                .filter(Awaited.Answer.class::isInstance)
                .map(missing -> "until then it waited for " + missing.words())
                .toList();
    }

    private Finding finding(PageObservation page, String message, String actual, List<String> evidence) {
        return Finding.on(page.url(), name(), Severity.SEV1, page.url().toString())
                .message(message)
                .expected("a page that shows something and can be used")
                .actual(actual)
                .evidence(evidence)
                .attempts(page.attempts())
                .build();
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
