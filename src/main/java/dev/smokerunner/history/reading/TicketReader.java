package dev.smokerunner.history.reading;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The tickets about sites. */
public final class TicketReader {
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
}
