package dev.smokerunner.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A machine without an environment, whose time stands still until somebody waits or moves it. */
final class TestTime {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final AtomicLong now = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    LocalSystem system() {
        return new LocalSystem(
                Clock.fixed(START, ZoneOffset.UTC),
                now::get,
                pause -> {
                    pauses.add(pause);
                    pass(pause);
                },
                Map.of());
    }

    void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** What was waited, in order. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
