package dev.smokerunner.check.runner;

import dev.smokerunner.check.finding.AlikeFindings;
import dev.smokerunner.check.finding.SameFindings;
import dev.smokerunner.check.finding.SeveralBrowsers;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums up what was found over pages, in one order for all reports. */
public final class Findings {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::afterCauses)
            .thenComparing(Finding::impact)
            .thenComparing(finding -> Checks.order(finding.check()))
            .thenComparing(Finding::check)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::fingerprint);

    private Findings() {}

    /** The findings of all pages that one browser saw. */
    public static List<Finding> merged(Collection<Finding> findings) {
        return merged(findings, 1);
    }

    /**
     * The findings of all pages, the same on several pages or in several browsers once: causes first, then the worst first.
     *
     * @param browsers how many browsers looked; what all of them saw names none
     */
    public static List<Finding> merged(Collection<Finding> findings, int browsers) {
        Map<String, Finding> merged = new LinkedHashMap<>();
        findings.forEach(finding -> merged.merge(finding.fingerprint(), finding, SameFindings::one));
        List<Finding> alike = AlikeFindings.joined(merged.values());
        if (browsers == 1) {
            return sorted(alike);
        }
        List<Finding> causesFirst = sorted(SeveralBrowsers.inOneWording(alike));
        return sorted(SeveralBrowsers.joined(causesFirst, browsers));
    }

    /**
     * Each check summed up over all pages, in the order of their first page.
     *
     * @param pages what each check says about each page
     * @param merged the merged findings of the same pages
     */
    public static List<CheckResult> summed(List<List<CheckResult>> pages, List<Finding> merged) {
        Map<String, List<CheckResult>> byCheck = new LinkedHashMap<>();
        pages.forEach(page -> page.forEach(result -> byCheck.computeIfAbsent(result.check(), name -> new ArrayList<>())
                .add(result)));
        List<CheckResult> sums = new ArrayList<>();
        byCheck.forEach((check, results) -> sums.add(sum(
                check,
                results,
                merged.stream().filter(finding -> finding.check().equals(check)).toList())));
        return sums;
    }

    static List<Finding> sorted(Collection<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }

    private static CheckResult sum(String check, List<CheckResult> results, List<Finding> findings) {
        int subjects = results.stream().mapToInt(CheckResult::subjects).sum();
        Optional<CheckResult> errored = first(results, Outcome.ERRORED);
        boolean isJudged = !findings.isEmpty() || first(results, Outcome.PASSED).isPresent();
        if (findings.isEmpty() && errored.isPresent()) {
            return errored.get();
        }
        Optional<CheckResult> toldElsewhere = first(results, Outcome.FAILED);
        if (findings.isEmpty() && toldElsewhere.isPresent()) {
            return CheckResult.toldElsewhere(
                    check, subjects, toldElsewhere.get().reason().orElse("what it found follows from another finding"));
        }
        return isJudged
                ? CheckResult.judged(check, subjects, findings)
                : first(results, Outcome.SKIPPED).orElseGet(() -> CheckResult.judged(check, subjects, findings));
    }

    private static Optional<CheckResult> first(List<CheckResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).findFirst();
    }
}
