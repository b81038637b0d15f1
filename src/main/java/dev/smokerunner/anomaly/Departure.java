package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.util.Optional;

/**
 * How numbers differ from what was to be expected.
 *
 * @param kind in what way
 * @param points over how many of the newest numbers
 * @param actual what they come to: the sum of counts, else their middle
 * @param expected what was to be expected of them
 * @param change by what part of what was expected they are off: -1 for nothing at all, 1 for twice as much
 * @param score how many times further off they are than is usual
 * @param severity how bad that is, if customers are served it
 * @param step how clear the step is that a release made; absent where it is none
 */
public record Departure(
        Kind kind,
        int points,
        double actual,
        Expected expected,
        double change,
        double score,
        Severity severity,
        Optional<Step> step) {

    /** Rejects null. */
    public Departure {
        requireNonNull(kind);
        requireNonNull(expected);
        requireNonNull(severity);
        requireNonNull(step);
    }

    /** In what way numbers can differ. */
    public enum Kind {
        /** Nothing comes any more, where something would have. */
        ZERO("drop-to-zero"),
        /** Less than expected. */
        DROP("drop"),
        /** More than expected. */
        RISE("rise"),
        /** Other since a release than before it. */
        STEP("step"),
        /** Slowly, over hours, it has become another one. */
        DRIFT("drift"),
        /** Always the same number, where it varied. */
        STUCK("stuck");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name for programs. */
        public String word() {
            return word;
        }
    }

    /** Whether it is of a stretch of numbers that are unlike those before it. */
    boolean isOfWindows() {
        return kind == Kind.ZERO || kind == Kind.DROP || kind == Kind.RISE;
    }

    /** Whether people should be told; what is more than expected of a good thing is only worth a note. */
    public boolean isBad() {
        return severity != Severity.SEV5;
    }
}
