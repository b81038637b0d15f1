package dev.smokerunner.history.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The tickets about sites. */
public final class TicketReader {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Jdbi jdbi;

    /** Those of a database. */
    public TicketReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The tickets about a site that came since a moment, the oldest first. */
    public List<SeenTicket> since(String site, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("select number, arrived_at, judged_at, subject from ticket"
                        + " where site = :site and arrived_at >= :from order by arrived_at, number")
                .bind("site", site)
                .bind("from", from.toEpochMilli())
                .map((columns, context) -> {
                    Row row = new Row(columns);
                    return new SeenTicket(
                            row.large("number"),
                            row.time("arrived_at"),
                            row.optionalTime("judged_at"),
                            row.optional("subject"));
                })
                .list());
    }

    /**
     * How many tickets about a site came in each minute, the oldest first; minutes without one are left out. Zendesk shows a
     * ticket a minute or two after it came, so the last minutes may grow.
     *
     * @param from the first moment
     * @param until the first moment that does not belong to it any more
     */
    public List<TicketCount> perMinute(String site, Instant from, Instant until) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select arrived_at - arrived_at % " + MINUTE + " as begin_at,"
                                + " count(distinct number) as tickets from ticket where site = :site"
                                + " and arrived_at >= :from and arrived_at < :until group by 1 order by 1")
                        .bind("site", site)
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .map((columns, context) -> {
                            Row row = new Row(columns);
                            return new TicketCount(row.time("begin_at"), row.number("tickets"));
                        })
                        .list());
    }
}
