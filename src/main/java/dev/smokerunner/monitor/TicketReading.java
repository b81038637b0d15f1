package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.StoredTicket;
import dev.smokerunner.history.TicketDeskState;
import dev.smokerunner.history.Tickets;
import dev.smokerunner.history.Turn;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.tickets.Answer;
import dev.smokerunner.tickets.Ticket;
import dev.smokerunner.tickets.TicketExport;
import dev.smokerunner.tickets.TicketPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what customers wrote since it was read last. Each page is written down with the place where the next one begins, in one
 * transaction: whoever is killed in between reads the page again, and what is known already counts once.
 */
final class TicketReading {
    /** The usual number of tickets is that of four weeks, the weekdays of which are alike. */
    static final Duration PAST = Duration.ofDays(28);
    /** A thousand tickets each; ten may be asked for in a minute, and others ask too. */
    private static final int MOST_PAGES = 5;
    /** Where the place is lost, so much is read again. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    /** Somebody has to mend something: to ask each minute helps nobody. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Set<Integer> WRONG_CURSOR = Set.of(400, 422);

    private final Tickets tickets;
    private final CountReader counts;
    private final TicketJudge judge;
    private final MonitorLog log;
    private final Clock clock;

    TicketReading(HistoryDatabase database, SignalRecorder signals, MonitorLog log, Clock clock) {
        this.tickets = new Tickets(database.jdbi());
        this.counts = new CountReader(database.jdbi());
        this.judge = new TicketJudge(database, signals, clock);
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reads a desk to its end, and judges what that means for its sites; a long past is read in several turns.
     *
     * @param turn whose turn it is; absent where nobody else could have it
     * @return until when Zendesk wants to be left alone; in the past where it does not mind
     */
    Instant read(TicketDesk desk, Optional<Turn> turn) {
        TicketDeskState state = state(desk);
        if (state.leaveUntil().isAfter(clock.instant())) {
            return state.leaveUntil();
        }
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<TicketPage> answer = ask(desk, state);
            if (!(answer instanceof Answer.Given<TicketPage> given)) {
                return trouble(desk, state, answer);
            }
            Tickets.Page about = page(desk, given.value());
            if (!tickets.add(about, turn, clock.instant())) {
                return Instant.EPOCH;
            }
            tellCounts(about);
            if (!state.trouble().isEmpty()) {
                log.note(desk.account().url() + ": its tickets are read again");
            }
            if (given.value().isLast()) {
                desk.sites().forEach(judge::judge);
                return Instant.EPOCH;
            }
            state = state(desk);
        }
        return Instant.EPOCH;
    }

    /** A number that was sent before is sent again where an agent did something to its ticket: it is the same. */
    private void tellCounts(Tickets.Page page) {
        if (!page.tickets().isEmpty()) {
            log.counted(counts.minutesOf(
                    page.tickets().stream().map(StoredTicket::count).toList()));
        }
    }

    /** Whether nobody has read a desk for long. */
    boolean isAbandoned(String desk) {
        return tickets.isAbandoned(desk, clock.instant().minus(ABANDONED));
    }

    private TicketDeskState state(TicketDesk desk) {
        List<String> sites = desk.sites().stream().map(WatchedSite::id).toList();
        return tickets.desk(desk.id(), sites, clock.instant());
    }

    private Answer<TicketPage> ask(TicketDesk desk, TicketDeskState state) {
        TicketExport export = new TicketExport(desk.client());
        return state.cursor()
                .map(export::after)
                .orElseGet(() -> export.since(state.readAt()
                        .map(last -> last.minus(OVERLAP))
                        .orElse(clock.instant().minus(PAST))));
    }

    private static Tickets.Page page(TicketDesk desk, TicketPage page) {
        List<StoredTicket> about = page.tickets().stream()
                .flatMap(ticket -> desk.sites(ticket).stream().map(site -> stored(ticket, site)))
                .toList();
        return new Tickets.Page(desk.id(), desk.account().id(), about, page.cursor(), page.isLast());
    }

    /** Of what the customer wrote no more than the config allows. PostgreSQL keeps no text with U+0000. */
    private static StoredTicket stored(Ticket ticket, WatchedSite site) {
        return new StoredTicket(
                ticket.number(),
                site.id(),
                ticket.createdAt(),
                TicketDesk.watch(site).showsSubjects()
                        ? Optional.of(ticket.subject().replace('\u0000', '\uFFFD'))
                        : Optional.empty());
    }

    private Instant trouble(TicketDesk desk, TicketDeskState state, Answer<TicketPage> answer) {
        Instant until = clock.instant();
        String reason = "";
        if (answer instanceof Answer.Later<TicketPage> later) {
            reason = later.reason();
            until = until.plus(later.after().orElse(Duration.ZERO));
        } else if (answer instanceof Answer.Refused<TicketPage> refused) {
            reason = refused.reason();
            boolean isCursor = state.cursor().isPresent() && WRONG_CURSOR.contains(refused.status());
            if (isCursor) {
                tickets.forgetCursor(desk.id());
            } else {
                until = until.plus(AFTER_REFUSAL);
            }
        }
        tickets.trouble(desk.id(), reason, until);
        if (!reason.equals(state.trouble())) {
            String sites = desk.sites().stream().map(WatchedSite::id).collect(Collectors.joining(", "));
            log.problem("tickets about " + sites + " are not read: " + reason);
        }
        return until;
    }
}
