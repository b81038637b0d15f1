package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * All that one run says about one environment; the only thing that reports and alerts read.
 *
 * @param subject what was checked
 * @param startedAt when the run began, by the wall clock
 * @param duration how long it took, by a clock that does not jump
 * @param version the version of this tool
 * @param verdict the verdict
 * @param severity the worst severity of what failed the run; absent unless the verdict is {@link Verdict#FAIL}
 * @param reason why it is inconclusive; absent otherwise
 * @param pages the pages, in the order of the plan
 * @param findings all findings, worst first, one per cause over all pages
 * @param checks each check summed up over all pages
 * @param notes what is worth knowing about the run and is not wrong, e.g. entries of the config that nothing needed
 * @param failOn the gate: a finding of this impact or worse fails the run
 * @param release whether the release that should be live is; absent where none was given
 */
public record SmokeResult(
        Subject subject,
        Instant startedAt,
        Duration duration,
        String version,
        Verdict verdict,
        Optional<Severity> severity,
        Optional<String> reason,
        List<PageResult> pages,
        List<Finding> findings,
        List<CheckResult> checks,
        List<String> notes,
        Severity failOn,
        Optional<ReleaseResult> release) {

    /** Copies the lists; rejects a verdict that contradicts its severity or its reason. */
    public SmokeResult {
        requireNonNull(subject);
        requireNonNull(startedAt);
        requireNonNull(duration);
        requireNonNull(version);
        requireNonNull(failOn);
        requireNonNull(release);
        pages = List.copyOf(pages);
        findings = List.copyOf(findings);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
        if (severity.isPresent() != (verdict == Verdict.FAIL)
                || reason.isPresent() != (verdict == Verdict.INCONCLUSIVE)) {
            throw new IllegalArgumentException(verdict + " with severity " + severity + " and reason " + reason);
        }
    }

    /** The result of a run that was given no release. */
    public SmokeResult(
            Subject subject,
            Instant startedAt,
            Duration duration,
            String version,
            Verdict verdict,
            Optional<Severity> severity,
            Optional<String> reason,
            List<PageResult> pages,
            List<Finding> findings,
            List<CheckResult> checks,
            List<String> notes,
            Severity failOn) {
        this(
                subject,
                startedAt,
                duration,
                version,
                verdict,
                severity,
                reason,
                pages,
                findings,
                checks,
                notes,
                failOn,
                Optional.empty());
    }

    /** How many bytes of bodies its pages loaded; absent where no browser looked. */
    public OptionalLong bytes() {
        List<LoadedAsset> loaded =
                pages.stream().flatMap(page -> page.loaded().stream()).toList();
        return loaded.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(loaded.stream().mapToLong(LoadedAsset::bytes).sum());
    }

    /**
     * What was checked, and for whom.
     *
     * @param name the name of the site, from the config or from the URL's host
     * @param owner who answers for it, if the config says so
     * @param runbook where it is written what to do, if the config says so
     * @param environment the environment's name; {@code default} for a bare URL or directory
     * @param audience who is served it
     * @param target the URL or the path that was checked, without credentials
     * @param config the file that says what is expected, as it was named; absent for a bare URL or directory
     */
    public record Subject(
            String name,
            Optional<String> owner,
            Optional<String> runbook,
            String environment,
            Audience audience,
            String target,
            Optional<String> config) {

        /** Rejects absent parts. */
        public Subject {
            requireNonNull(name);
            requireNonNull(owner);
            requireNonNull(runbook);
            requireNonNull(environment);
            requireNonNull(audience);
            requireNonNull(target);
            requireNonNull(config);
        }

        /** A subject without a config. */
        public Subject(
                String name,
                Optional<String> owner,
                Optional<String> runbook,
                String environment,
                Audience audience,
                String target) {
            this(name, owner, runbook, environment, audience, target, Optional.empty());
        }

        /** The same as this config describes it. */
        public Subject describedIn(String file) {
            return new Subject(name, owner, runbook, environment, audience, target, Optional.of(file));
        }

        /** The same where no file describes it. */
        public Subject describedNowhere() {
            return new Subject(name, owner, runbook, environment, audience, target);
        }

        private Subject mapTexts(UnaryOperator<String> operation) {
            TextMapping texts = new TextMapping(operation);
            return new Subject(
                    texts.of(name),
                    texts.of(owner),
                    texts.of(runbook),
                    texts.of(environment),
                    audience,
                    texts.of(target),
                    texts.of(config));
        }
    }

    /** The severity of a finding for this result's audience. */
    public Severity severityOf(Finding finding) {
        return subject.audience().cap(finding.impact());
    }

    /** Whether a finding is bad enough to fail the run; one that is not is worth a note. */
    public boolean fails(Finding finding) {
        return finding.impact().isAtLeast(failOn);
    }

    /**
     * A copy with each text mapped, down to those of its findings: so that no report has to think of what a text may hold. Names
     * of ours stay: to mask a known name would tell what was masked.
     *
     * @param operation what makes of each text another one, e.g. takes secrets out
     */
    public SmokeResult mapTexts(UnaryOperator<String> operation) {
        TextMapping texts = new TextMapping(operation);
        return new SmokeResult(
                subject.mapTexts(operation),
                startedAt,
                duration,
                version,
                verdict,
                severity,
                texts.of(reason),
                pages.stream().map(page -> page.mapTexts(operation)).toList(),
                findings.stream().map(finding -> finding.mapTexts(operation)).toList(),
                checks.stream().map(check -> check.mapTexts(operation)).toList(),
                texts.of(notes),
                failOn,
                release.map(live -> live.mapTexts(operation)));
    }
}
