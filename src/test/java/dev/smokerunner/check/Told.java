package dev.smokerunner.check;

import dev.smokerunner.check.cause.Causes;
import dev.smokerunner.check.cause.Overrides;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.finding.FindingWriter;
import dev.smokerunner.check.runner.CheckRunner;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.check.runner.Findings;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import java.util.List;

/** Tells what one check found, each for itself, as a report would. */
public final class Told {
    private static final FindingWriter WRITER = new FindingWriter(new CurlCommands());

    private Told() {}

    /** A check's judgement as its result. */
    public static CheckResult of(PageObservation page, Judgement judgement) {
        if (judgement.outcome() == Outcome.ERRORED) {
            return CheckResult.errored(judgement.check(), judgement.reason().orElseThrow());
        }
        if (judgement.outcome() == Outcome.SKIPPED) {
            return CheckResult.skipped(judgement.check(), judgement.reason().orElseThrow());
        }
        return CheckResult.judged(judgement.check(), judgement.subjects(), of(page, judgement.detections()));
    }

    /** All findings after all checks and the joining of causes, in the order of reports. */
    static List<Finding> byAll(PageObservation page, Expectations expected) {
        return Findings.merged(new CheckRunner(Checks.all())
                .judge(page, expected, new CurlCommands()).stream()
                        .flatMap(result -> result.findings().stream())
                        .toList());
    }

    private static List<Finding> of(PageObservation page, List<Detection> found) {
        Overrides none = new Overrides(List.of());
        return found.stream()
                .flatMap(one -> WRITER.written(new Causes(new PageView(page), none).joined(List.of(one))).stream())
                .toList();
    }
}
