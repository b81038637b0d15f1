package dev.smokerunner.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says one time when it is asked first, and a later one ever after. */
final class LaterClock extends Clock {
    private final AtomicBoolean wasAsked = new AtomicBoolean();
    private final Instant first;
    private final Duration later;

    LaterClock(Instant first, Duration later) {
        this.first = first;
        this.later = later;
    }

    @Override
    public Instant instant() {
        return wasAsked.getAndSet(true) ? first.plus(later) : first;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
