package dev.smokerunner.check.cause;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A finding with what follows from it, before both are told as one. */
final class Cause {
    private static final int MOST_OTHERS = 20;

    private final Finding finding;
    private final List<Finding> parts;
    private final List<Finding> seenToo = new ArrayList<>();
    private final List<Finding> certain = new ArrayList<>();
    private final List<Finding> probable = new ArrayList<>();

    private Cause(Finding finding, List<Finding> parts) {
        this.finding = finding;
        this.parts = List.copyOf(parts);
    }

    static Cause of(Finding finding) {
        return new Cause(finding, List.of(finding));
    }

    /** Several causes of one kind, told by one finding. */
    static Cause ofAll(Finding finding, List<Cause> causes) {
        Cause all = new Cause(
                finding, causes.stream().flatMap(cause -> cause.parts.stream()).toList());
        causes.forEach(cause -> all.seenToo.addAll(cause.seenToo));
        return all;
    }

    /** The finding as it was made. */
    Finding finding() {
        return finding;
    }

    /** What it was made of: itself, or all that it tells together. */
    List<Finding> parts() {
        return parts;
    }

    /** The findings that are one with it: its parts, and the same thing as other checks saw it. */
    List<Finding> same() {
        return Stream.concat(parts.stream(), seenToo.stream()).toList();
    }

    /** The same thing, seen by another check. */
    void sees(Finding same) {
        seenToo.add(same);
    }

    /** What follows from it for certain. */
    void explains(Finding symptom) {
        certain.add(symptom);
    }

    /** What follows from it as far as can be told. */
    void probablyExplains(Finding symptom) {
        probable.add(symptom);
    }

    /** All that is told with it. */
    List<Finding> told() {
        return Stream.of(seenToo, certain, probable).flatMap(List::stream).toList();
    }

    /** How bad it is with all that follows from it. */
    Severity impact() {
        return Stream.concat(Stream.of(finding), told().stream())
                .map(Finding::impact)
                .reduce(finding.impact(), Severity::worseOf);
    }

    /** It in a few words: its place and subject where it has a place, which are shorter than its message. */
    String words() {
        return finding.where()
                .map(where -> finding.check() + " at " + where + ": " + finding.subject())
                .orElse(finding.check() + ": " + finding.message());
    }

    /** The one finding that tells all. */
    Finding asFinding() {
        FindingBuilder whole = finding.toBuilder().impact(impact());
        whole.evidence(unsaid(seenToo).stream().map(Symptoms::quote).toList());
        whole.evidence(Symptoms.lines("explains", unsaid(certain)));
        whole.evidence(Symptoms.lines("probably explains", probable));
        whole.evidence(others());
        return whole.build();
    }

    /** What else has the same trouble: last, because it may be long. */
    private List<String> others() {
        return also(parts.stream()
                .map(Finding::subject)
                .filter(subject -> !subject.equals(finding.subject()))
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

    /** A check that found the cause by its symptom has said so. */
    private List<Finding> unsaid(List<Finding> symptoms) {
        return symptoms.stream()
                .filter(symptom -> parts.stream().noneMatch(part -> Mentions.isEvidence(symptom, part)))
                .toList();
    }
}
