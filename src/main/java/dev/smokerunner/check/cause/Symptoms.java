package dev.smokerunner.check.cause;

import dev.smokerunner.check.page.ApiCallCheck;
import dev.smokerunner.check.page.ElementTrouble;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts findings that follow from another one into lines of its evidence. */
final class Symptoms {
    private static final int MOST_QUOTES = 3;
    private static final int MOST_NAMES = 10;

    private Symptoms() {}

    /** All in one line, then the first of those that have more to say than their kind. */
    static List<String> lines(String lead, List<Finding> symptoms) {
        if (symptoms.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(lead + ": " + counts(symptoms)));
        symptoms.stream()
                .filter(symptom -> !isNamedOnly(symptom))
                .map(Symptoms::quote)
                .distinct()
                .limit(MOST_QUOTES)
                .forEach(lines::add);
        symptoms.stream()
                .filter(symptom -> symptom.check().equals("element"))
                .flatMap(symptom -> symptom.evidence().stream())
                .findFirst()
                .ifPresent(lines::add);
        return lines;
    }

    /** A finding as a line of another one's evidence. */
    static String quote(Finding finding) {
        String line = finding.check() + ": " + finding.message();
        return line.contains(finding.subject()) ? line : line + " (" + finding.subject() + ")";
    }

    /** Whether an element is just not there: its selector says it all. */
    static boolean isMissingElement(Finding finding) {
        return finding.check().equals("element") && finding.message().endsWith(ElementTrouble.NOT_THERE);
    }

    private static boolean isNamedOnly(Finding symptom) {
        return isMissingElement(symptom) || isBlank(symptom) || ApiCallCheck.isNeverMade(symptom);
    }

    private static boolean isBlank(Finding symptom) {
        return symptom.check().equals("page-blank");
    }

    private static String counts(List<Finding> symptoms) {
        Map<String, List<Finding>> byKind = new LinkedHashMap<>();
        symptoms.forEach(symptom ->
                byKind.computeIfAbsent(kind(symptom), key -> new ArrayList<>()).add(symptom));
        return byKind.entrySet().stream()
                .map(kind -> isBlank(kind.getValue().get(0))
                        ? kind.getValue().get(0).message()
                        : count(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String count(String kind, List<Finding> symptoms) {
        String words = symptoms.size() + " " + kind + (symptoms.size() == 1 ? "" : "s");
        boolean isNamed = symptoms.get(0).check().equals("element") || isNamedOnly(symptoms.get(0));
        if (!isNamed) {
            return words;
        }
        String names = symptoms.stream()
                .map(Finding::subject)
                .map(Words::line)
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return words + " (" + names + (symptoms.size() > MOST_NAMES ? ", ..." : "") + ")";
    }

    private static String kind(Finding symptom) {
        return switch (symptom.check()) {
            case "page-error" -> "page error";
            case "console-error" -> "console error";
            case "response-time" -> "delay";
            case "element" -> isMissingElement(symptom) ? "missing element" : "wrong element";
            case "api-call" -> "call that is never made";
            case "package" -> "file that nothing names";
            default -> symptom.check() + " finding";
        };
    }
}
