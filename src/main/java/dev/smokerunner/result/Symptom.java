package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is told as evidence of a finding and would be one without it.
 *
 * @param check the check that found it
 * @param kind what was found
 * @param subject what is wrong
 * @param line how evidence says it
 * @param browsers the names of the browsers that saw it; empty where there is only one
 */
public record Symptom(String check, String kind, String subject, String line, List<String> browsers) {

    /** Rejects null, copies the list. */
    public Symptom {
        requireNonNull(check);
        requireNonNull(kind);
        requireNonNull(subject);
        requireNonNull(line);
        browsers = List.copyOf(browsers);
    }

    /** The same as these browsers saw it. */
    public Symptom in(List<String> names) {
        return new Symptom(check, kind, subject, line, names);
    }

    /** A copy with each text mapped; check and kind are ours. */
    Symptom mapTexts(UnaryOperator<String> operation) {
        TextMapping texts = new TextMapping(operation);
        return new Symptom(check, kind, texts.of(subject), texts.of(line), texts.of(browsers));
    }
}
