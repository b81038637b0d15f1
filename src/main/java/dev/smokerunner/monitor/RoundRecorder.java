package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertFormat;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.Releases.Release;
import dev.smokerunner.history.RoundRecord;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.history.Turn;
import dev.smokerunner.incident.Incident;
import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what a round saw, what that means, and what people are told of it: in one transaction, so that nothing is decided
 * and not told, or told and not decided.
 */
public final class RoundRecorder {
    private final HistoryDatabase database;
    private final Deliveries deliveries;
    private final Optional<String> publicUrl;

    /**
     * A recorder.
     *
     * @param database where it writes
     * @param deliveries sends what was written
     * @param publicUrl where people find the status page; absent where they do not
     */
    public RoundRecorder(HistoryDatabase database, Deliveries deliveries, Optional<String> publicUrl) {
        this.database = database;
        this.deliveries = deliveries;
        this.publicUrl = publicUrl;
    }

    /**
     * Records a round.
     *
     * @param look what was looked at, by whom, and what came of it
     * @param turn whose turn it was; absent where nobody else could have it
     * @return what is known of the site now; absent where the turn was lost, and nothing was written
     */
    public Optional<SiteMemory> record(SiteLook look, Optional<Turn> turn) {
        Optional<SiteMemory> memory = database.jdbi().inTransaction(handle -> {
            RoundTransaction entry = new RoundTransaction(handle);
            if (turn.isPresent() && !entry.holds(turn.get())) {
                return Optional.empty();
            }
            return Optional.of(write(withoutNul(look), entry, handle));
        });
        deliveries.check();
        return memory;
    }

    /** PostgreSQL keeps no text with U+0000, which a page may have in any of its own. */
    private static SiteLook withoutNul(SiteLook look) {
        return new SiteLook(
                look.site(),
                look.place(),
                look.runner(),
                look.result().mapTexts(text -> text.replace('\u0000', '\uFFFD')),
                look.tellsOfTheSite());
    }

    private SiteMemory write(SiteLook look, RoundTransaction entry, Handle handle) {
        String site = look.site().id();
        SiteMemory before = entry.memory(site);
        RoundRecord record = look.record();
        if (!entry.add(record)) {
            return before;
        }
        SmokeResult result = look.result();
        IncidentBook book = before.book();
        SiteState state = before.state();
        List<IncidentEvent> events = List.of();
        if (look.tellsOfTheSite()) {
            Round round = RoundFormat.of(result, look.place(), record.inMaintenance());
            IncidentBook.Entry after = book.after(round, look.site().schedule().rules());
            book = after.book();
            events = after.events();
            state = SiteState.after(before.state(), book, round);
        }
        Instant since = state == before.state() ? before.since() : result.startedAt();
        SiteMemory memory = new SiteMemory(book, state, since, severity(book));
        entry.remember(site, memory, record.id());
        if (!events.isEmpty() || state != before.state()) {
            Evidence.of(result).forEach((kind, bytes) -> entry.keep(record.id(), kind, bytes));
        }
        tell(look, events, entry, handle);
        return memory;
    }

    private static Optional<Severity> severity(IncidentBook book) {
        return book.open().stream().map(Incident::severity).reduce(Severity::worseOf);
    }

    private void tell(SiteLook look, List<IncidentEvent> events, RoundTransaction entry, Handle handle) {
        String site = look.site().id();
        for (IncidentEvent event : events) {
            String incident = site + "@" + event.incident().openedAt().toEpochMilli() + "@"
                    + event.incident().fingerprint();
            Optional<Release> release = Releases.lately(
                    handle, look.site().record(), event.incident().since(), event.at());
            int position = entry.add(incident, site, event, look.record().id());
            Alert alert = new IncidentAlert(look, release, publicUrl).of(event, incident + "#" + position);
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
}
