package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds pages that came and show nothing, or that cannot be used at all. */
public record PageBlankCheck() implements Check {
    private static final Kind BLANK = lack("page-blank");
    private static final Kind LOCKED = lack("page-locked");
    private static final Kind UNSEEN = lack("page-unseen");
    private static final Kind HUNG = lack("page-hung");
    private static final Kind CRASHED = lack("page-crashed");
    private static final Kind RELOADING = lack("page-reloading");

    /** A page that cannot be used says so in its own sentence, however many there are. */
    static Kind lack(String name) {
        return Kind.lack(name, "page that cannot be used").plain("pages cannot be used");
    }

    @Override
    public String name() {
        return "page-blank";
    }

    @Override
    public boolean isAboutTheLook() {
        return true;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(
                name(),
                page.browser(),
                visit -> judge(page, visit, expected.responseTime().ready()));
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, Duration limit) {
        if (visit.ending() == BrowserVisit.Ending.KEEPS_ASKING) {
            return Judgement.judged(
                    name(), 1, DialogFinding.of(page, visit).stream().toList());
        }
        if (visit.ending() == BrowserVisit.Ending.SCRIPTLESS) {
            return Judgement.errored(name(), visit.endingDetail());
        }
        Optional<Blank> unusable = unusable(visit);
        if (unusable.isPresent()) {
            return unusable(page, visit, unusable.get());
        }
        if (visit.rendered() instanceof Captured.Unseen<RenderedPage> unseen
                && unseen.fault() == Captured.Fault.TARGET) {
            return failed(page, UNSEEN, "the page cannot be looked at", Format.line(unseen.reason()), List.of());
        }
        return Judgement.ofSeen(name(), visit.rendered(), shown -> hindered(page, visit, shown)
                .map(finding -> Judgement.judged(name(), 1, List.of(finding)))
                .orElseGet(() -> Blockade.isBlank(visit, shown)
                        ? blank(page, visit, limit)
                        : Judgement.judged(
                                name(), 1, locked(page, visit, shown).stream().toList())));
    }

    /** Where it is there to be seen, and no control of it can be used. */
    private Optional<Detection> locked(PageObservation page, BrowserVisit visit, RenderedPage shown) {
        // What covers an element that must be there is told with that.
        boolean isTold =
                visit.elements().stream().anyMatch(sighting -> sighting.cover().isPresent());
        return Optional.of(shown.lock())
                .filter(lock -> !isTold && !lock.isEmpty())
                .map(lock -> Detection.on(page.url(), name(), LOCKED, Severity.SEV2, page.url())
                        .misses(ElementTrouble.MISSED)
                        .message("nothing on the page can be clicked or filled in: " + Format.line(lock))
                        .expected("at least one link, button or field that visitors can use")
                        .actual(Format.line(lock))
                        .hint(
                                "what should take that off once the page is ready did not: look for the script that does, and"
                                        + " whether it ran to its end")
                        .attempts(page.attempts())
                        .build());
    }

    /** What stands between the visitors and the page, where the visit shows it. */
    private static Optional<Detection> hindered(PageObservation page, BrowserVisit visit, RenderedPage shown) {
        return Blockade.ofBlank(page, visit)
                .map(blockade -> blockade.finding(page))
                .or(() -> DialogFinding.of(page, visit)
                        .map(dialog -> Blockade.isBlank(visit, shown) ? DialogFinding.beforeNothing(dialog) : dialog));
    }

    private Judgement blank(PageObservation page, BrowserVisit visit, Duration limit) {
        boolean isWaitedFor = visit.settling().until().compareTo(limit) >= 0;
        String actual = "no text, no picture, no form field, one plain colour"
                + (isWaitedFor ? ", " + Format.duration(limit) + " after it was asked for" : "");
        List<String> open = visit.settling().missing().stream()
                .filter(Awaited.Answer.class::isInstance)
                .map(missing -> "until then it waited for " + missing.words())
                .toList();
        return failed(page, BLANK, "the page shows nothing", actual, open);
    }

    private Judgement unusable(PageObservation page, BrowserVisit visit, Blank blank) {
        Optional<PageRound> round =
                Optional.of(PageRound.of(visit)).filter(any -> blank.kind().equals(RELOADING));
        DetectionBuilder finding = failure(page, blank.kind(), blank.message(), Format.line(visit.endingDetail()))
                .evidence(round.map(PageRound::evidence).orElse(List.of()));
        round.flatMap(PageRound::hint).ifPresent(finding::hint);
        return Judgement.judged(name(), 1, List.of(finding.build()));
    }

    private Judgement failed(PageObservation page, Kind kind, String message, String actual, List<String> evidence) {
        Detection finding =
                failure(page, kind, message, actual).evidence(evidence).build();
        return Judgement.judged(name(), 1, List.of(finding));
    }

    private DetectionBuilder failure(PageObservation page, Kind kind, String message, String actual) {
        return Detection.on(page.url(), name(), kind, Severity.SEV1, page.url())
                .misses(ElementTrouble.MISSED)
                .message(message)
                .expected("a page that shows something and can be used")
                .actual(actual)
                .attempts(page.attempts());
    }

    private static Optional<Blank> unusable(BrowserVisit visit) {
        return switch (visit.ending()) {
            case HUNG -> Optional.of(new Blank(HUNG, "the page hangs: a script of it never ends"));
            case CRASHED -> Optional.of(new Blank(CRASHED, "the page crashes the browser's tab"));
            case KEEPS_NAVIGATING ->
                Optional.of(new Blank(RELOADING, PageRound.of(visit).words()));
            case LOADED, SHOWN, NOT_NAVIGATED, DOWNLOAD, NOT_LOADED, KEEPS_ASKING, SCRIPTLESS -> Optional.empty();
        };
    }

    /** Why nobody can use the page. */
    private record Blank(Kind kind, String message) {}
}
