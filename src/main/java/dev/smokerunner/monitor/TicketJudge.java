package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.Tickets;
import dev.smokerunner.history.reading.SeenTicket;
import dev.smokerunner.history.reading.TicketReader;
import dev.smokerunner.incident.Incident;
import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.Source;
import dev.smokerunner.release.Release;
import dev.smokerunner.tickets.Arrival;
import dev.smokerunner.tickets.TicketAlarm;
import dev.smokerunner.tickets.TicketRule.Situation;
import dev.smokerunner.tickets.TicketWatch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Says what the tickets of a site mean, by all that the history knows of it, and has that recorded. A ticket is new until what it
 * means is recorded: whoever is killed in between judges it again.
 */
final class TicketJudge {
    private static final String KIND = "support-tickets";

    private final Jdbi jdbi;
    private final SignalRecorder signals;
    private final Clock clock;

    TicketJudge(HistoryDatabase database, SignalRecorder signals, Clock clock) {
        this.jdbi = database.jdbi();
        this.signals = signals;
        this.clock = clock;
    }

    void judge(WatchedSite site) {
        Instant now = clock.instant();
        IncidentBook book = new Sites(jdbi).book(site.id());
        TicketWatch watch = TicketDesk.watch(site);
        List<SeenTicket> seen = new TicketReader(jdbi).since(site.id(), now.minus(TicketReading.PAST));
        List<Long> fresh = seen.stream()
                .filter(one -> one.judgedAt().isEmpty())
                .map(SeenTicket::number)
                .toList();
        Optional<TicketAlarm> alarm = watch.rule().judge(situation(site, seen, book, now));
        if (alarm.filter(one -> isAnother(one, book)).isPresent()) {
            // What went before is over, though nobody looked since.
            signals.record(site, new Signal(Source.TICKETS, now, List.of()), handle -> {});
        }
        if (alarm.isPresent() || isTold(book)) {
            List<SignalCause> causes =
                    alarm.map(one -> cause(one, watch)).map(List::of).orElse(List.of());
            // Where an incident was closed meanwhile, they are as new as before, and the next look judges them.
            signals.record(
                    site,
                    new Signal(Source.TICKETS, now, causes),
                    book,
                    handle -> Tickets.judged(handle, site.id(), fresh, now));
        } else {
            jdbi.useTransaction(handle -> Tickets.judged(handle, site.id(), fresh, now));
        }
    }

    private Situation situation(WatchedSite site, List<SeenTicket> seen, IncidentBook book, Instant now) {
        List<Arrival> arrivals = seen.stream()
                .map(one -> new Arrival(
                        one.number(), one.arrivedAt(), one.judgedAt().orElse(now), one.subject()))
                .toList();
        Duration afterRelease = TicketDesk.watch(site).rule().afterRelease();
        Optional<Release> release = new Releases(jdbi)
                        .between(
                                site.record().name(),
                                site.record().environment(),
                                now.minus(afterRelease).minus(afterRelease),
                                now)
                        .stream()
                        .reduce((older, newer) -> newer);
        return new Situation(now, arrivals, now.minus(TicketReading.PAST), failingSince(book), release);
    }

    /** Since when others than the tickets see it fail. */
    private static Optional<Instant> failingSince(IncidentBook book) {
        return book.open().stream()
                .filter(incident -> !incident.isUnknown())
                .filter(incident -> incident.causes().stream().anyMatch(cause -> isOfOthers(book, cause)))
                .map(Incident::since)
                .min(Instant::compareTo);
    }

    private static boolean isOfOthers(IncidentBook book, String fingerprint) {
        return Optional.ofNullable(book.causes().get(fingerprint))
                .filter(tracked -> tracked.cause().source() != Source.TICKETS)
                .isPresent();
    }

    /** Whether tickets meant something before: then it must be said that they do so no longer. */
    private static boolean isTold(IncidentBook book) {
        return book.causes().values().stream()
                .anyMatch(tracked -> tracked.cause().source() == Source.TICKETS);
    }

    /** Whether it is worse than what was told before, of an incident that is over meanwhile: then it is a new one. */
    private static boolean isAnother(TicketAlarm alarm, IncidentBook book) {
        return Optional.ofNullable(book.causes().get(KIND))
                .filter(told -> alarm.severity().compareTo(told.cause().severity()) < 0)
                .filter(told -> book.open().stream()
                        .noneMatch(incident -> incident.causes().contains(KIND)))
                .isPresent();
    }

    private static SignalCause cause(TicketAlarm alarm, TicketWatch watch) {
        List<URI> links = alarm.tickets().stream()
                .map(ticket -> watch.account().ticket(ticket.number()))
                .toList();
        return new SignalCause(KIND, KIND, alarm.severity(), alarm.summary(), Optional.of(alarm.hint()), links);
    }
}
