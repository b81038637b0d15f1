package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a process may take, with all that it starts.
 *
 * @param time how long it may run; default ten minutes
 * @param outputBytes how much it may print; default 64 MB, far more than a verbose build prints
 * @param diskBytes how much more of the disk it may fill; default 4 GB
 */
public record Limits(Duration time, long outputBytes, long diskBytes) {
    /** The defaults. */
    public static final Limits USUAL = new Limits(Duration.ofMinutes(10), 64L << 20, 4L << 30);

    /** Rejects bounds that nothing can keep. */
    public Limits {
        requireNonNull(time);
        if (time.isNegative() || time.isZero() || outputBytes < 1 || diskBytes < 1) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }

    /** The same with another time. */
    public Limits lasting(Duration other) {
        return new Limits(other, outputBytes, diskBytes);
    }
}
