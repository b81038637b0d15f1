package dev.smokerunner.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The monitors that work on a history. */
public final class Runners {
    private final Jdbi jdbi;

    /** Those of a database. */
    public Runners(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes note that a runner is alive.
     *
     * @param rounds how many rounds it finished
     * @param downSince since when its own network is down; absent while it is up
     */
    public void seen(Runner runner, Instant at, long rounds, Optional<Instant> downSince) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into runner (id, location, host, started_at, seen_at, rounds,"
                                + " network_down_since) values (:id, :location, :host, :started, :seen, :rounds, :down)"
                                + " on conflict (id) do update set seen_at = excluded.seen_at, rounds = excluded.rounds,"
                                + " network_down_since = excluded.network_down_since")
                        .bind("id", runner.id())
                        .bind("location", runner.location())
                        .bind("host", runner.host())
                        .bind("started", runner.startedAt().toEpochMilli())
                        .bind("seen", at.toEpochMilli())
                        .bind("rounds", rounds)
                        .bind("down", downSince.map(Instant::toEpochMilli).orElse(null))
                        .execute());
    }

    /** Forgets a runner that ends. */
    public void leave(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from runner where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Forgets those that nobody saw for so long. */
    public void forget(Instant now, Duration after) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from runner where seen_at < :before")
                .bind("before", now.minus(after).toEpochMilli())
                .execute());
    }

    /**
     * A monitor.
     *
     * @param id a name that no other has
     * @param location from where it looks; empty where it has none
     * @param host the machine that it runs on
     * @param startedAt when it began
     */
    public record Runner(String id, String location, String host, Instant startedAt) {}
}
