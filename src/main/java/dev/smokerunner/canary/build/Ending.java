package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a process ended.
 *
 * @param reason why
 * @param exitCode what it ended with; meaningless unless it ended by itself
 * @param output the end of what it printed; hostile
 * @param took how long it ran
 */
public record Ending(Reason reason, int exitCode, String output, Duration took) {
    /** Rejects null. */
    public Ending {
        requireNonNull(reason);
        requireNonNull(output);
        requireNonNull(took);
    }

    /** Whether it ended by itself and was content. */
    public boolean isSuccess() {
        return reason == Reason.EXITED && exitCode == 0;
    }

    /** Why a process ended. */
    public enum Reason {
        /** By itself. */
        EXITED,
        /** It ran too long and was ended. */
        TIME,
        /** It printed too much and was ended. */
        OUTPUT,
        /** It filled too much of the disk and was ended. */
        DISK
    }
}
