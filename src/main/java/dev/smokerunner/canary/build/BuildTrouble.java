package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Why nothing came of a build. */
public final class BuildTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    BuildTrouble(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind);
    }

    /** What went wrong, for programs. */
    public Kind kind() {
        return kind;
    }

    /** What went wrong. */
    public enum Kind {
        /** It ended with an error, or made nothing. */
        BUILD_FAILS,
        /** It did not end in time. */
        BUILD_HANGS,
        /** It printed more than it may. */
        BUILD_PRINTS_TOO_MUCH,
        /** It filled more of the disk than it may. */
        BUILD_FILLS_THE_DISK,
        /** It built, and the project's own tests fail. */
        TESTS_FAIL,
        /** It built, and the project's own tests do not end in time. */
        TESTS_HANG;

        /** In kebab case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
