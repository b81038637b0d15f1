package dev.smokerunner.doctor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one look found.
 *
 * @param subject what was looked at, in a word or two
 * @param level how it is
 * @param found what was found, in one line
 * @param advice what to do; absent where nothing is to be done
 */
public record Diagnosis(String subject, Level level, String found, Optional<String> advice) {

    /** Rejects null. */
    public Diagnosis {
        requireNonNull(subject);
        requireNonNull(level);
        requireNonNull(found);
        requireNonNull(advice);
    }

    /** How something is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Runs work, but slower, or not for everybody, or not for long. */
        WARN,
        /** Runs that need it cannot work. */
        FAIL,
        /** Nobody looked, or nobody needs it: neither good nor bad. */
        SKIP
    }

    static Diagnosis ok(String subject, String found) {
        return new Diagnosis(subject, Level.OK, found, Optional.empty());
    }

    static Diagnosis warn(String subject, String found, String advice) {
        return new Diagnosis(subject, Level.WARN, found, Optional.of(advice));
    }

    static Diagnosis fail(String subject, String found, String advice) {
        return new Diagnosis(subject, Level.FAIL, found, Optional.of(advice));
    }

    static Diagnosis skip(String subject, String why) {
        return new Diagnosis(subject, Level.SKIP, why, Optional.empty());
    }

    /** What is there on other systems only. */
    static Diagnosis elsewhere(String subject) {
        return skip(subject, "not looked at on this system");
    }
}
