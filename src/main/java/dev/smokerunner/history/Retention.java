package dev.smokerunner.history;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How long a history remembers.
 *
 * @param rounds rounds and their findings, tickets of customers, counts of traffic, and how far logs were read
 * @param incidents incidents that are over, with their messages
 * @param evidenceBytes all kept results, pictures and reports together; the oldest go first
 */
public record Retention(Duration rounds, Duration incidents, long evidenceBytes) {
    /**
     * The availability of 30 days needs their rounds; of a site that is looked at each minute they take about 20 MB. Incidents
     * are read again in a yearly review. A round's evidence takes about half a megabyte.
     */
    public static final Retention USUAL = new Retention(Duration.ofDays(35), Duration.ofDays(400), 1L << 30);

    /** Forgets what is older or more. */
    public void apply(Jdbi jdbi, Instant now) {
        jdbi.useTransaction(handle -> {
            forget(
                    handle,
                    "delete from incident where resolved_at is not null and resolved_at < :before",
                    incidents,
                    now);
            forget(
                    handle,
                    "delete from message where incident is null and state <> 'waiting' and created_at < :before",
                    incidents,
                    now);
            forget(handle, "delete from release_mark where released_at < :before", incidents, now);
            forget(
                    handle,
                    "delete from round where started_at < :before and not exists"
                            + " (select 1 from evidence where evidence.round = round.id)",
                    rounds,
                    now);
            forget(handle, "delete from round where started_at < :before", incidents, now);
            forget(handle, "delete from round_hour where begins_at < :before", rounds, now);
            // The usual number of tickets is that of four weeks.
            forget(handle, "delete from ticket where arrived_at < :before", rounds, now);
            forget(
                    handle,
                    "delete from ticket_desk where began_at < :before and (read_at is null or read_at < :before)",
                    rounds,
                    now);
            Counts.forget(handle, now, rounds);
            LogPositions.forget(handle, now, rounds);
        });
        shrink(jdbi);
    }

    private static void forget(Handle handle, String statement, Duration age, Instant now) {
        handle.createUpdate(statement)
                .bind("before", now.minus(age).toEpochMilli())
                .execute();
    }

    private void shrink(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            long[] left = {evidenceBytes};
            handle
                    .createQuery("select evidence.round as round, sum(size) as bytes, max(started_at) as started"
                            + " from evidence join round on round.id = evidence.round group by evidence.round"
                            + " order by started desc")
                    .map((row, context) -> {
                        left[0] -= row.getLong("bytes");
                        return left[0] < 0 ? row.getString("round") : "";
                    })
                    .list()
                    .stream()
                    .filter(round -> !round.isEmpty())
                    .forEach(round -> handle.createUpdate("delete from evidence where round = :round")
                            .bind("round", round)
                            .execute());
        });
    }
}
