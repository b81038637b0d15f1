package dev.smokerunner.zoo;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.report.JsonReport;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.PlanRunner;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.saved.ObservationFolder;
import dev.smokerunner.saved.ObservationWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case that was run, and what was seen and said of it.
 *
 * @param zooCase the case
 * @param visits what the browser saw of each page
 * @param result what our checks made of it
 * @param isSameFromDisk whether they make the same of what was kept on disk
 */
record Trial(ZooCase zooCase, List<BrowserVisit> visits, SmokeResult result, boolean isSameFromDisk) {
    /** A reader follows one cause through so many findings, not more. */
    static final int MOST_FINDINGS = 3;

    /** Runs a case in a directory of its own. */
    static Trial of(ZooCase zooCase, Path directory, Browsers browsers) throws IOException, ConfigException {
        try (ZooSite site = ZooSite.open(zooCase, Files.createDirectories(directory.resolve("site")))) {
            SmokePlan plan = new Config(zooCase, site).plan(directory);
            Path kept = directory.resolve("seen");
            SmokeResult result = new PlanRunner(Progress.SILENT, browsers, LocalSystem.current())
                    .recordedBy(ObservationWriter.into(kept))
                    .run(plan);
            ObservationFolder.Saved saved = new ObservationFolder(kept).read();
            SmokeResult again = PlanRunner.judge(saved.run(), saved.pages()).mapTexts(plan.redaction()::apply);
            List<BrowserVisit> visits = saved.pages().stream()
                    .flatMap(page -> page.observation().value().stream())
                    .flatMap(page -> page.browser().value().stream())
                    .toList();
            return new Trial(zooCase, visits, result, json(again).equals(json(result)));
        }
    }

    private static String json(SmokeResult result) throws IOException {
        StringBuilder json = new StringBuilder();
        new JsonReport().write(result, json);
        return json.toString();
    }

    /** The symptoms that the case claims and that the browser did not show. */
    List<String> missingSymptoms() {
        return zooCase.symptom().stream()
                .filter(line -> !isSeen(new Symptom(line)))
                .toList();
    }

    private boolean isSeen(Symptom symptom) {
        return !visits.isEmpty()
                && (symptom.isOfEveryPage()
                        ? visits.stream().allMatch(symptom::isSeenIn)
                        : visits.stream().anyMatch(symptom::isSeenIn));
    }

    /** Whether a finding names the culprit. */
    boolean isFound() {
        return result.findings().stream().anyMatch(this::isCulprit);
    }

    /** Whether the culprit is what a reader meets first. */
    boolean isFoundFirst() {
        return result.findings().stream().findFirst().filter(this::isCulprit).isPresent();
    }

    private boolean isCulprit(Finding finding) {
        ZooCase.Culprit wanted = zooCase.culprit();
        return finding.check().equals(wanted.check())
                && finding.impact().isAtLeast(Severity.of(wanted.impact()))
                && finding.subject()
                        .matches("(?s).*" + Pattern.quote(wanted.subject()).replace("*", "\\E.*\\Q") + ".*");
    }

    /** The findings of a benign case that it should not have. */
    List<Finding> falseAlarms() {
        return result.findings().stream()
                .filter(finding -> zooCase.isBenign())
                .filter(finding -> result.fails(finding) || !zooCase.notes().contains(finding.check()))
                .toList();
    }

    /** All that is not as the case says; empty where it is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!isSameFromDisk) {
            complaints.add("judged from what was kept on disk, it is another result");
        }
        missingSymptoms().forEach(line -> complaints.add("the browser does not show: " + line));
        if (zooCase.isBenign()) {
            falseAlarms().forEach(finding -> complaints.add("false alarm: " + said(finding)));
        } else if (!isFound()) {
            complaints.add("not found: " + zooCase.culprit());
        } else if (!isFoundFirst()) {
            complaints.add("not the first finding: " + zooCase.culprit());
        }
        if (result.findings().size() > MOST_FINDINGS && !zooCase.isBenign()) {
            complaints.add(result.findings().size() + " findings for one cause");
        }
        if (result.verdict() != wanted()) {
            complaints.add("the verdict is " + result.verdict() + ", not " + wanted()
                    + result.reason().map(r -> ": " + r).orElse(""));
        }
        return complaints;
    }

    private Verdict wanted() {
        boolean fails = !zooCase.isBenign()
                && zooCase.culprit().impact() <= result.failOn().level();
        return fails ? Verdict.FAIL : Verdict.PASS;
    }

    /** The verdict and the findings in their order, without what is another one in each run: the port of the site. */
    String said() {
        return result.findings().stream()
                .map(Trial::said)
                .collect(Collectors.joining("\n", result.verdict() + "\n", ""))
                .replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1");
    }

    /** A finding in a line. */
    static String said(Finding finding) {
        return finding.check() + " [" + finding.impact().level() + "] " + finding.subject() + ": " + finding.message();
    }
}
