package dev.smokerunner.check.release;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a site that does not serve the release that was packaged, what something on the way made of it, and what its pages
 * load otherwise than those of the release before.
 */
public record ReleaseCheck() implements Check {
    static final String NAME = "release";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsThePage() {
        return false;
    }

    @Override
    public boolean isAboutTheSite() {
        return true;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        SiteObservation site = page.site();
        Optional<String> trouble = Stream.of(site.release(), site.previous(), site.upload())
                .flatMap(seen -> trouble(seen).stream())
                .findFirst();
        if (trouble.isPresent()) {
            return Judgement.errored(NAME, trouble.get());
        }
        Optional<ReleaseSighting> release = site.release().value();
        Optional<PreviousSighting> previous = site.previous().value();
        if (release.isEmpty() && previous.isEmpty() && site.upload().value().isEmpty()) {
            return Judgement.ofSeen(NAME, site.release(), seen -> Judgement.judged(NAME, 0, List.of()));
        }
        List<Detection> findings = new ArrayList<>();
        release.ifPresent(seen -> findings.addAll(new ReleaseFindings(page, seen, expected).findings()));
        site.upload().value().ifPresent(seen -> findings.addAll(UploadFindings.of(page, seen)));
        // The old page loads what it always loaded: that says nothing about the new one.
        boolean isOld = release.filter(seen -> ReleaseStates.of(seen.site()) != ReleaseState.LIVE)
                .isPresent();
        previous.filter(seen -> !isOld).ifPresent(seen -> findings.addAll(new ReleaseDiff(page, seen).findings()));
        Optional<String> unasked = release.flatMap(ReleaseCheck::unasked);
        if (unasked.isPresent() && findings.stream().allMatch(finding -> finding.impact() == Severity.SEV4)) {
            return Judgement.errored(NAME, unasked.get());
        }
        int files = release.map(seen -> seen.site().files().size()).orElse(1);
        return Judgement.judged(NAME, files, findings);
    }

    /** What was not found out in time; absent where all was, or where what is known is bad enough. */
    private static Optional<String> unasked(ReleaseSighting release) {
        return ReleaseStates.of(release.site()) == ReleaseState.UNKNOWN
                ? Optional.of("unknown: " + Unasked.words(release.site()))
                : Optional.empty();
    }

    private static Optional<String> trouble(Captured<?> captured) {
        return captured instanceof Captured.Unseen<?> unseen && unseen.fault() != Fault.NOT_ASKED
                ? Optional.of(unseen.reason())
                : Optional.empty();
    }
}
