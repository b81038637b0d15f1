package dev.smokerunner.check.finding;

import dev.smokerunner.check.cause.Cause;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind.Bearing;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.result.Symptom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told with a cause, as lines of its evidence. */
final class CauseEvidence {
    private static final int MOST_QUOTES = 3;
    private static final int MOST_NAMES = 10;
    private static final int MOST_OTHERS = 20;
    /** Of a page of which nothing loads hundreds of things may be missing. */
    private static final int MOST_SYMPTOMS = 100;

    private CauseEvidence() {}

    /** What the check saw, what other checks saw of the same, what follows, and what else has the same trouble. */
    static List<String> of(Cause cause) {
        List<String> lines = new ArrayList<>(cause.detection().sentences().evidence());
        cause.unsaid(cause.seenToo()).forEach(same -> lines.add(quote(same)));
        lines.addAll(lines("explains", cause.certain()));
        lines.addAll(lines("probably explains", cause.probable()));
        // Last, because it may be long.
        lines.addAll(others(cause));
        return lines.stream().distinct().toList();
    }

    /** What would be a finding each without this cause. */
    static List<Symptom> symptoms(Cause cause) {
        return cause.told().stream()
                .map(told -> new Symptom(
                        told.check(), told.kind().name(), told.subject().text(), quote(told), List.of()))
                .distinct()
                .limit(MOST_SYMPTOMS)
                .toList();
    }

    private static List<String> others(Cause cause) {
        boolean isNamed = cause.parts().size() > 1 && cause.sharing().isEmpty();
        return isNamed
                ? List.of()
                : also(cause.parts().stream()
                        .map(part -> part.subject().text())
                        .filter(subject ->
                                !subject.equals(cause.detection().subject().text()))
                        .toList());
    }

    /** Further subjects of one cause, a line each; of very many the first, and how many more they are. */
    static List<String> also(List<String> subjects) {
        List<String> lines = new ArrayList<>();
        subjects.stream().limit(MOST_OTHERS).map(subject -> "also " + subject).forEach(lines::add);
        if (subjects.size() > MOST_OTHERS) {
            lines.add("and " + (subjects.size() - MOST_OTHERS) + " more");
        }
        return lines;
    }

    /** Names of subjects in one line, of very many the first. */
    static String names(List<Detection> found) {
        String names = found.stream()
                .map(one -> Format.line(one.subject().text()))
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return names + (found.size() > MOST_NAMES ? ", ..." : "");
    }

    /** All in one line, then the first of those that have more to say than their kind. */
    private static List<String> lines(String lead, List<Detection> symptoms) {
        if (symptoms.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(lead + ": " + counts(symptoms)));
        symptoms.stream()
                .filter(symptom -> symptom.kind().ofMany().isEmpty())
                .map(CauseEvidence::quote)
                .distinct()
                .limit(MOST_QUOTES)
                .forEach(lines::add);
        symptoms.stream()
                .filter(symptom -> symptom.subject() instanceof Subject.Element)
                .flatMap(symptom -> symptom.sentences().evidence().stream())
                .findFirst()
                .ifPresent(lines::add);
        return lines;
    }

    /** What was found, as a line of something else's evidence. */
    private static String quote(Detection found) {
        String line = found.check() + ": " + found.sentences().message().ofOne();
        String subject = found.subject().text();
        return line.contains(subject) ? line : line + " (" + subject + ")";
    }

    private static String counts(List<Detection> symptoms) {
        Map<String, List<Detection>> byNoun = new LinkedHashMap<>();
        symptoms.forEach(symptom -> byNoun.computeIfAbsent(symptom.kind().noun(), key -> new ArrayList<>())
                .add(symptom));
        return byNoun.entrySet().stream()
                .map(noun -> isOfWholePage(noun.getValue().get(0))
                        ? noun.getValue().get(0).sentences().message().ofOne()
                        : count(noun.getKey(), noun.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Whether it is about the page as such, of which there is one. */
    private static boolean isOfWholePage(Detection symptom) {
        return symptom.kind().bearing() == Bearing.LACK
                && symptom.subject().isUrl(symptom.page().toString());
    }

    private static String count(String noun, List<Detection> symptoms) {
        String words = symptoms.size() + " " + noun + (symptoms.size() == 1 ? "" : "s");
        boolean isNamed = symptoms.get(0).kind().bearing() == Bearing.LACK;
        return isNamed ? words + " (" + names(symptoms) + ")" : words;
    }
}
