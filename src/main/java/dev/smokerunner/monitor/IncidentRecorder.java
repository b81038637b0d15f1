package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertFormat;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.incident.Incident;
import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.incident.Source;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Enters what somebody saw into a site's incident book, and writes the messages that it leads to. */
record IncidentRecorder(Deliveries deliveries, Optional<String> publicUrl) {
    private static final Duration CUSTOMERS_WAIT = Duration.ofDays(2);

    SiteMemory enter(Look look, SiteMemory before, RoundTransaction entry, Handle handle) {
        Round round = look.round();
        IncidentBook.Entry after =
                before.book().after(round, look.site().schedule().rules());
        SiteState state = SiteState.after(before.state(), after.book(), round);
        Instant since = state == before.state() ? before.since() : round.at();
        SiteMemory memory = new SiteMemory(after.book(), state, since, severity(after.book()));
        entry.remember(look.site().id(), memory, look.roundId());
        after.events().forEach(event -> tell(look, event, entry, handle));
        after.book().open().forEach(incident -> link(look, incident, entry));
        return memory;
    }

    /** What comes later, as the next customer's ticket, is told to nobody again, and belongs to the incident all the same. */
    private static void link(Look look, Incident incident, RoundTransaction entry) {
        look.round().causes().stream()
                .filter(cause -> incident.causes().contains(cause.fingerprint()))
                .forEach(cause -> entry.add(
                        id(look, incident), cause.source(), look.trouble(cause).links()));
    }

    private static String id(Look look, Incident incident) {
        return look.site().id() + "@" + incident.openedAt().toEpochMilli() + "@" + incident.fingerprint();
    }

    private static Optional<Severity> severity(IncidentBook book) {
        return book.open().stream().map(Incident::severity).reduce(Severity::worseOf);
    }

    /** Customers write up to two days after they met a broken page. */
    private static Instant mayBeSince(IncidentEvent event) {
        Instant since = event.incident().since();
        boolean isOfCustomers = event.kind() == IncidentEvent.Kind.OPENED && event.source() == Source.TICKETS;
        return isOfCustomers ? since.minus(CUSTOMERS_WAIT) : since;
    }

    private void tell(Look look, IncidentEvent event, RoundTransaction entry, Handle handle) {
        String site = look.site().id();
        String incident = id(look, event.incident());
        Optional<Release> release = Releases.lately(handle, look.site().record(), mayBeSince(event), event.at());
        int position = entry.add(incident, site, event, look.roundId());
        Alert alert = new IncidentAlert(look, incident, release, publicUrl).of(event, incident + "#" + position);
        alert.troubles().forEach(trouble -> entry.add(incident, position, trouble.links()));
        for (AlertChannel channel : look.site().alerts().of(event.incident().severity())) {
            StoredMessage message = new StoredMessage(
                    alert.id() + ">" + channel.name(),
                    Optional.of(incident),
                    site,
                    channel.name(),
                    AlertFormat.write(alert),
                    event.at(),
                    0);
            entry.add(message);
            deliveries.plan(message.id(), handle);
        }
    }
}
