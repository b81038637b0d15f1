package dev.smokerunner.check.finding;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Symptom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Joins what several browsers saw of the same pages. Each says the same thing in words of its own, and one may know the cause
 * of what another one can only tell; what is the same is known by its kind and by what it is about.
 */
public final class SeveralBrowsers {
    /** More than that would hide what they have in common. */
    private static final int MOST_DIFFERENCES = 10;

    private SeveralBrowsers() {}

    /**
     * The findings, what browsers say in different words once, in those of the first. One browser does not see one thing twice,
     * so two findings of the same browser are two things.
     *
     * @param findings those of one fingerprint joined already, in the order in which they were found
     */
    public static List<Finding> inOneWording(List<Finding> findings) {
        Map<List<String>, List<Finding>> alike = new LinkedHashMap<>();
        // The kind may differ: where one browser says that a file is missing, another one only says that it got none.
        findings.forEach(
                finding -> alike.computeIfAbsent(List.of(finding.check(), finding.subject()), key -> new ArrayList<>())
                        .add(finding));
        return alike.values().stream()
                .flatMap(same -> isOfDifferentBrowsers(same)
                        ? same.stream().reduce(SeveralBrowsers::inOtherWords).stream()
                        : same.stream())
                .toList();
    }

    /**
     * The findings without those that another browser knows the cause of, with the names of the browsers where not all saw them.
     *
     * @param findings those of one thing joined already, in the order of reports
     * @param browsers how many browsers looked
     */
    public static List<Finding> joined(List<Finding> findings, int browsers) {
        List<Finding> left = withoutSymptoms(findings);
        return left.stream()
                .map(finding -> withThoseThatTellIt(finding, left))
                .map(SeveralBrowsers::withDifferences)
                .map(finding -> finding.browsers().size() < browsers
                        ? finding
                        : finding.toBuilder().browsers(List.of()).build())
                .toList();
    }

    private static boolean isOfDifferentBrowsers(List<Finding> findings) {
        List<String> names = findings.stream()
                .flatMap(finding -> finding.browsers().stream())
                .toList();
        return names.stream().distinct().count() == names.size();
    }

    private static Finding inOtherWords(Finding first, Finding second) {
        String words = "in " + String.join(", ", second.browsers()) + ": " + second.message();
        return SameFindings.one(first, second).toBuilder()
                .evidence(List.of(words))
                .build();
    }

    /** Without what a cause tells that the same browsers saw: that another one knew it for the cause is enough. */
    private static List<Finding> withoutSymptoms(List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        for (Finding finding : findings) {
            left.stream()
                    .filter(cause -> !cause.equals(finding) && tells(cause, finding))
                    .findFirst()
                    .ifPresent(cause -> {
                        left.set(left.indexOf(cause), telling(cause, finding));
                        left.remove(finding);
                    });
        }
        return left;
    }

    /** Who told it as evidence of something that only that browser saw has seen it as well. */
    private static Finding withThoseThatTellIt(Finding finding, List<Finding> all) {
        List<String> browsers = Stream.concat(
                        finding.browsers().stream(),
                        all.stream()
                                .flatMap(other -> other.symptoms().stream())
                                .filter(symptom -> isOf(symptom, finding))
                                .flatMap(symptom -> symptom.browsers().stream()))
                .distinct()
                .toList();
        return finding.toBuilder().browsers(browsers).build();
    }

    private static Finding telling(Finding cause, Finding symptom) {
        List<Symptom> symptoms = cause.symptoms().stream()
                .map(told -> isOf(told, symptom) ? told.in(symptom.browsers()) : told)
                .toList();
        return SameFindings.one(
                cause,
                cause.toBuilder().symptoms(symptoms).impact(symptom.impact()).build());
    }

    private static boolean tells(Finding cause, Finding finding) {
        return cause.browsers().containsAll(finding.browsers())
                && cause.pages().containsAll(finding.pages())
                && cause.symptoms().stream().anyMatch(symptom -> isOf(symptom, finding));
    }

    private static boolean isOf(Symptom symptom, Finding finding) {
        return symptom.check().equals(finding.check())
                && symptom.kind().equals(finding.kind())
                && symptom.subject().equals(finding.subject());
    }

    /** What not all of its browsers saw says which of them did. */
    private static Finding withDifferences(Finding finding) {
        List<Symptom> different = finding.symptoms().stream()
                .filter(symptom -> !symptom.browsers().containsAll(finding.browsers()))
                .limit(MOST_DIFFERENCES)
                .toList();
        List<String> evidence = new ArrayList<>(finding.evidence());
        different.forEach(symptom -> evidence.remove(symptom.line()));
        different.forEach(
                symptom -> evidence.add("only in " + String.join(", ", symptom.browsers()) + ": " + symptom.line()));
        return finding.toBuilder().onlyEvidence(evidence).build();
    }
}
