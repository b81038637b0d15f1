package dev.smokerunner.canary.telling;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.Culprit;
import dev.smokerunner.canary.Outcome;
import dev.smokerunner.canary.difference.FileChange;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes of what a canary found a result as of any run, with a finding for each culprit, so that reports and alerts can tell it.
 *
 * @param subject what was checked; its audience is the team
 * @param startedAt when it began
 * @param version the version of this tool
 * @param failOn the gate
 */
public record CanaryVerdict(SmokeResult.Subject subject, Instant startedAt, String version, Severity failOn) {
    /** The name of the check that finds culprits. */
    public static final String CHECK = "canary";

    /** Rejects null. */
    public CanaryVerdict {
        requireNonNull(subject);
        requireNonNull(startedAt);
        requireNonNull(version);
        requireNonNull(failOn);
    }

    /** The result. */
    public SmokeResult of(CanaryResult canary) {
        Optional<String> reason = reason(canary);
        List<Finding> findings = canary.culprits().stream()
                .map(culprit -> finding(culprit, canary))
                .toList();
        Verdict verdict = !findings.isEmpty() ? Verdict.FAIL : reason.isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASS;
        return new SmokeResult(
                subject,
                startedAt,
                canary.took(),
                version,
                verdict,
                verdict == Verdict.FAIL ? Optional.of(subject.audience().cap(worst(findings))) : Optional.empty(),
                verdict == Verdict.INCONCLUSIVE ? reason : Optional.empty(),
                pages(canary),
                findings,
                reason.isPresent() && findings.isEmpty()
                        ? List.of(CheckResult.errored(CHECK, reason.get()))
                        : List.of(CheckResult.judged(CHECK, canary.candidates().size(), findings)),
                notes(canary),
                failOn);
    }

    /**
     * The result of one that could not be tried at all.
     *
     * @param why why
     */
    public SmokeResult unknown(String why) {
        return new SmokeResult(
                subject,
                startedAt,
                Duration.ZERO,
                version,
                Verdict.INCONCLUSIVE,
                Optional.empty(),
                Optional.of(why),
                List.of(),
                List.of(),
                List.of(CheckResult.errored(CHECK, why)),
                List.of(),
                failOn);
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::impact).min(Severity::compareTo).orElse(Severity.SEV5);
    }

    /** The pages that culprits break; else as they are with all upgrades, or as they are locked, where there is nothing else. */
    private static List<PageResult> pages(CanaryResult canary) {
        List<PageResult> broken = canary.culprits().stream()
                .flatMap(culprit -> culprit.outcome() instanceof Outcome.Checked checked
                        ? checked.result().pages().stream()
                        : Stream.empty())
                .toList();
        return broken.isEmpty() ? otherwise(canary) : broken;
    }

    private static List<PageResult> otherwise(CanaryResult canary) {
        return canary.newest()
                .filter(Outcome.Checked.class::isInstance)
                .or(() -> Optional.of(canary.baseline()))
                .filter(Outcome.Checked.class::isInstance)
                .map(outcome -> ((Outcome.Checked) outcome).result().pages())
                .orElse(List.of());
    }

    private static Optional<String> reason(CanaryResult canary) {
        if (canary.baseline().answer() != Answer.GOOD) {
            return Optional.of("the baseline is broken: as it is locked, " + OutcomeWords.of(canary.baseline()));
        }
        return canary.newest()
                .filter(all -> all.answer() == Answer.UNKNOWN)
                .map(all -> "all upgrades together cannot be tried: " + OutcomeWords.of(all));
    }

    private Finding finding(Culprit culprit, CanaryResult canary) {
        String kind = OutcomeWords.kind(culprit.outcome());
        return Finding.on(page(culprit, canary), CHECK, impact(culprit), culprit.words())
                .kind(kind)
                // With the newest version, so that it is told again when that still breaks.
                .fingerprint(String.join(
                        " ",
                        CHECK,
                        kind,
                        culprit.blamed().name(),
                        culprit.blamed().to()))
                .message(message(culprit))
                .expected("the page of the locked versions")
                .actual(OutcomeWords.of(culprit.outcome()))
                .evidence(evidence(culprit, canary))
                .hint(PinWords.hint(culprit))
                .build();
    }

    /** Who reads it again, since there is a newer version, must see what is new. */
    private static String message(Culprit culprit) {
        String newest = culprit.blamed().to();
        return culprit.words() + " " + (culprit.isAlone() ? "breaks" : "together break")
                + OutcomeWords.whatBreaks(culprit.outcome())
                + (culprit.isAlone() && !newest.equals(culprit.firstBad()) ? "; so does the newest, " + newest : "");
    }

    private static List<String> evidence(Culprit culprit, CanaryResult canary) {
        List<String> lines = new ArrayList<>(OutcomeWords.evidence(culprit.outcome()));
        for (FileChange change : Differences.pages(culprit, canary)) {
            lines.add(change.file() + " as it is locked: "
                    + String.join(" ", change.before()).strip());
            lines.add(change.file() + " with the upgrade: "
                    + String.join(" ", change.after()).strip());
        }
        return lines;
    }

    private static Severity impact(Culprit culprit) {
        return culprit.outcome() instanceof Outcome.Checked checked
                ? checked.result().findings().stream()
                        .map(Finding::impact)
                        .min(Severity::compareTo)
                        .orElse(Severity.SEV2)
                : Severity.SEV3;
    }

    private static URI page(Culprit culprit, CanaryResult canary) {
        List<PageResult> pages = new ArrayList<>();
        if (culprit.outcome() instanceof Outcome.Checked checked) {
            pages.addAll(checked.result().pages());
        }
        pages.addAll(pages(canary));
        return pages.stream().map(PageResult::url).findFirst().orElse(URI.create("about:blank"));
    }

    private static List<String> notes(CanaryResult canary) {
        List<String> notes = new ArrayList<>();
        notes.add(Counts.upgrades(canary) + "; " + Counts.builds(canary));
        canary.safe()
                .filter(safe -> !canary.culprits().isEmpty())
                .ifPresent(safe -> notes.add("verified by a build of its own, so safe: "
                        + Counts.count(safe.upgrades().size()) + ", " + PinWords.pins(safe.pins())));
        if (!canary.isHeld()) {
            notes.add(Counts.NOT_HELD);
        }
        return notes;
    }
}
