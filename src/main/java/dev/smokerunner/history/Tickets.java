package dev.smokerunner.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tickets that customers wrote about sites, and how far they were read. */
public final class Tickets {
    private final Jdbi jdbi;

    /** Those of a database. */
    public Tickets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A desk, which begins now where it is not known; then the tickets of its sites, which another rule found, are forgotten and
     * read anew.
     *
     * @param id the desk's
     * @param sites the ids of the sites whose tickets are read there
     */
    public TicketDeskState desk(String id, Collection<String> sites, Instant now) {
        return jdbi.inTransaction(handle -> {
            int begun = handle.createUpdate("insert into ticket_desk (id, began_at, leave_until) values (:id, :now, 0)"
                            + " on conflict (id) do nothing")
                    .bind("id", id)
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (begun == 1) {
                sites.forEach(site -> forget(handle, site));
            }
            return handle.createQuery("select after_cursor, began_at, read_at, leave_until, trouble from ticket_desk"
                            + " where id = :id")
                    .bind("id", id)
                    .map((row, context) -> state(row))
                    .one();
        });
    }

    private static void forget(Handle handle, String site) {
        handle.createUpdate("delete from ticket where site = :site")
                .bind("site", site)
                .execute();
        Counts.forget(handle, site, Measure.TICKETS);
    }

    private static TicketDeskState state(ResultSet row) throws SQLException {
        long read = row.getLong("read_at");
        return new TicketDeskState(
                Optional.ofNullable(row.getString("after_cursor")),
                Instant.ofEpochMilli(row.getLong("began_at")),
                read == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(read)),
                Instant.ofEpochMilli(row.getLong("leave_until")),
                Optional.ofNullable(row.getString("trouble")).orElse(""));
    }

    /**
     * One page that was read.
     *
     * @param desk the desk's id
     * @param account the Zendesk, and who reads it
     * @param tickets those that are about sites; one that is known already counts once
     * @param cursor where the next page begins
     * @param isLast whether nothing more has changed yet
     */
    public record Page(String desk, String account, List<StoredTicket> tickets, String cursor, boolean isLast) {
        /** Copies the list. */
        public Page {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * Takes note of a page, whole or not at all, and counts its tickets in the minutes in which they came.
     *
     * @param turn whose turn it is; absent where nobody else could have it
     * @return false where the turn was lost, and nothing was written
     */
    public boolean add(Page page, Optional<Turn> turn, Instant now) {
        return jdbi.inTransaction(handle -> {
            if (turn.isPresent() && !new RoundTransaction(handle).holds(turn.get())) {
                return false;
            }
            Map<CountKey, Long> fresh = page.tickets().stream()
                    .filter(ticket -> add(handle, page, ticket))
                    .collect(Collectors.groupingBy(StoredTicket::count, Collectors.counting()));
            Counts.add(handle, fresh);
            handle.createUpdate("update ticket_desk set after_cursor = :cursor, trouble = null, leave_until = 0"
                            + (page.isLast() ? ", read_at = :now" : "") + " where id = :id")
                    .bind("cursor", page.cursor())
                    .bind("now", now.toEpochMilli())
                    .bind("id", page.desk())
                    .execute();
            return true;
        });
    }

    /** Whether it was not known yet. */
    private static boolean add(Handle handle, Page page, StoredTicket ticket) {
        return handle.createUpdate("insert into ticket (account, number, site, arrived_at, judged_at, subject)"
                                + " select :account, :number, :site, :arrived,"
                                + " case when :arrived < began_at then :arrived else null end, :subject"
                                + " from ticket_desk where id = :desk on conflict (account, number, site) do nothing")
                        .bind("account", page.account())
                        .bind("number", ticket.number())
                        .bind("site", ticket.site())
                        .bind("arrived", ticket.arrivedAt().toEpochMilli())
                        .bind("subject", ticket.subject().orElse(null))
                        .bind("desk", page.desk())
                        .execute()
                == 1;
    }

    /**
     * Tickets about a site were judged, for the first time; what that means is written in the same transaction.
     *
     * @param handle writes within a transaction
     */
    public static void judged(Handle handle, String site, Collection<Long> numbers, Instant now) {
        numbers.forEach(number -> handle.createUpdate(
                        "update ticket set judged_at = :now where site = :site and number = :number and judged_at is null")
                .bind("now", now.toEpochMilli())
                .bind("site", site)
                .bind("number", number)
                .execute());
    }

    /** A desk could not be read. */
    public void trouble(String desk, String reason, Instant leaveUntil) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ticket_desk set trouble = :reason, leave_until = :until where id = :id")
                .bind("reason", reason)
                .bind("until", leaveUntil.toEpochMilli())
                .bind("id", desk)
                .execute());
    }

    /** Whether a desk began before a moment, and was not read to its end after it. */
    public boolean isAbandoned(String desk, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from ticket_desk where id = :id"
                                + " and (began_at >= :since or read_at >= :since)")
                        .bind("id", desk)
                        .bind("since", since.toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                == 0);
    }

    /** A desk does not know its cursor any more: it is read again from a moment on. */
    public void forgetCursor(String desk) {
        jdbi.useHandle(handle -> handle.createUpdate("update ticket_desk set after_cursor = null where id = :id")
                .bind("id", desk)
                .execute());
    }
}
