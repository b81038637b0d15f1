package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.RoundRecord;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.history.Turn;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what a round saw, what that means, and what people are told of it: in one transaction, so that nothing is decided
 * and not told, or told and not decided.
 */
public final class RoundRecorder {
    private final HistoryDatabase database;
    private final Deliveries deliveries;
    private final IncidentRecorder incidents;

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
        this.incidents = new IncidentRecorder(deliveries, publicUrl);
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
        if (!look.tellsOfTheSite()) {
            entry.remember(site, before, look.roundId());
            return before;
        }
        SiteMemory memory = incidents.enter(look, before, entry, handle);
        boolean isNews = memory.state() != before.state()
                || !memory.book().open().equals(before.book().open());
        if (isNews) {
            Evidence.of(look.result()).forEach((kind, bytes) -> entry.keep(record.id(), kind, bytes));
        }
        return memory;
    }
}
