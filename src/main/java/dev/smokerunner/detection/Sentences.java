package dev.smokerunner.detection;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a check says about what it found. Only what writes findings reads it, when all is joined; nothing is decided by it.
 *
 * @param message what is wrong
 * @param expected what should be there; empty where the message says it all
 * @param actual what is there instead; empty where the message says it all
 * @param evidence what else shows it, one line each
 * @param hint what to do about it
 */
public record Sentences(Message message, String expected, String actual, List<String> evidence, Optional<String> hint) {

    /** Copies the list. */
    public Sentences {
        requireNonNull(message);
        requireNonNull(expected);
        requireNonNull(actual);
        requireNonNull(hint);
        evidence = List.copyOf(evidence);
    }

    /**
     * A sentence that may be said of other things as well.
     *
     * @param lead what comes before the topic
     * @param topic what it is about; empty where the lead says it all
     * @param verb the verb of the topic; absent where the rest has none, or its own
     * @param rest what comes after
     */
    public record Message(String lead, String topic, Optional<Verb> verb, String rest) {

        /** It, said of its own topic. */
        public String ofOne() {
            return lead + topic + verb.map(Verb::ofOne).map(word -> " " + word).orElse("") + rest;
        }

        /** It, said of several things. */
        public String ofMany(String topics) {
            return lead
                    + topics
                    + verb.map(Verb::ofMany).map(word -> " " + word).orElse("")
                    + rest;
        }
    }
}
