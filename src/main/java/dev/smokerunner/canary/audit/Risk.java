package dev.smokerunner.canary.audit;

import static java.util.Objects.requireNonNull;

/**
 * A way in which an upgrade that nobody asked for may come in.
 *
 * @param level how bad it is
 * @param subject what it is about: a file, a package
 * @param problem what is so
 * @param advice what to do
 */
public record Risk(Level level, String subject, String problem, String advice) {
    /** Rejects null. */
    public Risk {
        requireNonNull(level);
        requireNonNull(subject);
        requireNonNull(problem);
        requireNonNull(advice);
    }

    /** How bad a risk is, worst first. */
    public enum Level {
        /** The next build may take versions that nobody has seen. */
        HIGH,
        /** It needs one more mistake, or one more upgrade. */
        MEDIUM,
        /** Worth to know. */
        LOW
    }
}
