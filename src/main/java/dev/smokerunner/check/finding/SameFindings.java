package dev.smokerunner.check.finding;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Symptom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes one of what was found twice: on two pages, or by two browsers. */
public final class SameFindings {
    /** What follows from one cause may differ on hundreds of pages. */
    private static final int MOST_EVIDENCE = 40;

    private static final int MOST_SYMPTOMS = 200;

    private SameFindings() {}

    /** The words are those of the browser that saw it first: those of another one would say it all again. */
    public static Finding one(Finding first, Finding second) {
        boolean isInSameWords = first.browsers().stream().limit(1).allMatch(second.browsers()::contains);
        long room = isInSameWords ? Math.max(0, MOST_EVIDENCE - first.evidence().size()) : 0;
        return first.toBuilder()
                .pages(both(first.pages(), second.pages()))
                .browsers(both(first.browsers(), second.browsers()))
                .impact(first.impact().worseOf(second.impact()))
                .evidence(second.evidence().stream().limit(room).toList())
                .symptoms(bothTold(first.symptoms(), second.symptoms()))
                .attempts(Math.max(first.attempts(), second.attempts()))
                .afterCauses(first.afterCauses() && second.afterCauses())
                .build();
    }

    private static List<Symptom> bothTold(List<Symptom> first, List<Symptom> second) {
        Map<List<String>, Symptom> told = new LinkedHashMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(symptom -> told.merge(
                        List.of(symptom.check(), symptom.kind(), symptom.subject()),
                        symptom,
                        (one, other) -> one.in(both(one.browsers(), other.browsers()))));
        return told.values().stream().limit(MOST_SYMPTOMS).toList();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
