package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that was found, with what follows from it: what is told as one finding. */
public final class Cause {
    private final Detection detection;
    private final List<Detection> parts;
    private final Optional<Sharing> sharing;
    private final List<Detection> seenToo = new ArrayList<>();
    private final List<Detection> certain = new ArrayList<>();
    private final List<Detection> probable = new ArrayList<>();
    private Optional<Advice> advice = Optional.empty();

    private Cause(Detection detection, List<Detection> parts, Optional<Sharing> sharing) {
        this.detection = detection;
        this.parts = List.copyOf(parts);
        this.sharing = sharing;
    }

    static Cause of(Detection detection) {
        return new Cause(detection, List.of(detection), Optional.empty());
    }

    /** Several of one kind, told by the first of them. */
    static Cause ofMany(List<Detection> parts) {
        Detection first = parts.get(0);
        Severity worst = parts.stream().map(Detection::impact).reduce(first.impact(), Severity::worseOf);
        return new Cause(first.withImpact(worst), parts, Optional.empty());
    }

    /** Several causes of one trouble, told by one of them. */
    static Cause ofAll(Cause telling, Sharing sharing, List<Cause> causes) {
        Severity worst = causes.stream()
                .map(cause -> cause.detection.impact())
                .reduce(telling.detection.impact(), Severity::worseOf);
        Cause all = new Cause(
                telling.detection.withImpact(worst),
                causes.stream().flatMap(cause -> cause.parts.stream()).toList(),
                Optional.of(sharing));
        causes.forEach(cause -> all.seenToo.addAll(cause.seenToo));
        all.advice = telling.advice;
        return all;
    }

    /** What was found. */
    public Detection detection() {
        return detection;
    }

    /** What it was made of: itself, or all that it tells together. */
    public List<Detection> parts() {
        return parts;
    }

    /** What its parts have in common, where they are many. */
    public Optional<Sharing> sharing() {
        return sharing;
    }

    /** The same thing, as other checks saw it. */
    public List<Detection> seenToo() {
        return List.copyOf(seenToo);
    }

    /** What follows from it for certain, and what the browser's words in its own evidence do not say already. */
    public List<Detection> certain() {
        return unsaid(certain);
    }

    /** What follows from it as far as can be told. */
    public List<Detection> probable() {
        return List.copyOf(probable);
    }

    /** What else helps. */
    public Optional<Advice> advice() {
        return advice;
    }

    /** What is one with it: its parts, and the same thing as other checks saw it. */
    List<Detection> same() {
        return Stream.concat(parts.stream(), seenToo.stream()).toList();
    }

    /** What is one with it, and what follows from it for certain: what something else lacks may be of any of them. */
    List<Detection> chain() {
        return Stream.of(parts, seenToo, certain).flatMap(List::stream).toList();
    }

    /** The same thing, seen by another check. */
    void sees(Detection same) {
        seenToo.add(same);
    }

    /** What follows from it for certain. */
    void explains(Detection symptom) {
        certain.add(symptom);
    }

    /** What follows from it as far as can be told. */
    void probablyExplains(Detection symptom) {
        probable.add(symptom);
    }

    Cause advised(Optional<? extends Advice> help) {
        advice = help.map(one -> one);
        return this;
    }

    /** All that is told with it. */
    public List<Detection> told() {
        return Stream.of(seenToo, certain, probable).flatMap(List::stream).toList();
    }

    /** How bad it is with all that follows from it. */
    public Severity impact() {
        return told().stream().map(Detection::impact).reduce(detection.impact(), Severity::worseOf);
    }

    /** What of other findings it says already, by the browser's own words, need not be said again. */
    public List<Detection> unsaid(List<Detection> symptoms) {
        return symptoms.stream()
                .filter(symptom -> parts.stream().noneMatch(part -> Mentions.isEvidence(symptom, part)))
                .toList();
    }
}
