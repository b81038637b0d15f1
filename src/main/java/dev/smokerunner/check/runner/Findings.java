package dev.smokerunner.check.runner;

import dev.smokerunner.check.finding.AlikeFindings;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sums up what was found over pages, in one order for all reports. */
public final class Findings {
    /** What follows from one cause may differ on hundreds of pages. */
    private static final int MOST_EVIDENCE = 40;

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
        findings.forEach(finding -> merged.merge(finding.fingerprint(), finding, Findings::seenTwice));
        List<Finding> told = AlikeFindings.joined(merged.values()).stream()
                .map(finding -> finding.browsers().size() < browsers
                        ? finding
                        : finding.toBuilder().browsers(List.of()).build())
                .toList();
        return sorted(told);
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

    /** The words are those of the browser that saw it first: those of another one would say it all again. */
    private static Finding seenTwice(Finding first, Finding second) {
        Set<URI> pages = new LinkedHashSet<>(first.pages());
        pages.addAll(second.pages());
        Set<String> browsers = new LinkedHashSet<>(first.browsers());
        browsers.addAll(second.browsers());
        boolean isInSameWords = first.browsers().stream().limit(1).allMatch(second.browsers()::contains);
        return first.toBuilder()
                .pages(List.copyOf(pages))
                .browsers(List.copyOf(browsers))
                .impact(first.impact().worseOf(second.impact()))
                .evidence(second.evidence().stream()
                        .limit(
                                isInSameWords
                                        ? Math.max(
                                                0,
                                                MOST_EVIDENCE - first.evidence().size())
                                        : 0)
                        .toList())
                .attempts(Math.max(first.attempts(), second.attempts()))
                .afterCauses(first.afterCauses() && second.afterCauses())
                .build();
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
                    check, subjects, toldElsewhere.get().reason().orElse(""));
        }
        return isJudged
                ? CheckResult.judged(check, subjects, findings)
                : first(results, Outcome.SKIPPED).orElseGet(() -> CheckResult.judged(check, subjects, findings));
    }

    private static Optional<CheckResult> first(List<CheckResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).findFirst();
    }
}
