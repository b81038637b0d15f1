package dev.smokerunner.observe;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment at which all looking ends, by a clock that does not jump. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    /**
     * A deadline that far from now.
     *
     * @param nanoTime a monotonic clock in nanoseconds, {@code System::nanoTime} outside tests
     */
    public Deadline(Duration fromNow, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + fromNow.toNanos();
    }

    /** How long is left; zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** A deadline at half of what is left, for what must leave time for the rest. */
    public Deadline half() {
        return new Deadline(remaining().dividedBy(2), nanoTime);
    }

    /** A deadline that much before this one, for what must leave that much for the rest. */
    public Deadline earlier(Duration share) {
        Duration left = remaining().minus(share);
        return new Deadline(left.isNegative() ? Duration.ZERO : left, nanoTime);
    }

    /** A deadline that far from now, or this one where it is earlier. */
    public Deadline within(Duration limit) {
        return new Deadline(atMost(limit), nanoTime);
    }

    /** The shorter of what is left and a limit. */
    public Duration atMost(Duration limit) {
        Duration left = remaining();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
