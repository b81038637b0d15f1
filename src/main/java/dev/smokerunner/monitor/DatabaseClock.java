package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.JdbiException;

/**
 * The time of the database that several runners share: one whose own clock is three seconds ahead would take every turn of the
 * others.
 */
public final class DatabaseClock extends Clock {
    private final HistoryDatabase database;
    private final Clock own;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /**
     * A clock.
     *
     * @param database says what time it is, where several runners share it; otherwise the own clock does
     * @param own this machine's clock
     */
    public DatabaseClock(HistoryDatabase database, Clock own) {
        this.database = database;
        this.own = own;
        compare();
    }

    /** Compares the clocks again. A database that does not answer changes nothing. */
    void compare() {
        if (!database.isShared()) {
            return;
        }
        try {
            Instant before = own.instant();
            double seconds = database.jdbi()
                    .withHandle(handle -> handle.createQuery("select extract(epoch from clock_timestamp())")
                            .mapTo(Double.class)
                            .one());
            Duration half = Duration.between(before, own.instant()).dividedBy(2);
            offset.set(Duration.between(before.plus(half), Instant.ofEpochMilli(Math.round(seconds * 1000))));
        } catch (JdbiException gone) {
            // The offset of before is better than none.
        }
    }

    @Override
    public Instant instant() {
        return own.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return own.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(own.withZone(zone), offset.get());
    }
}
