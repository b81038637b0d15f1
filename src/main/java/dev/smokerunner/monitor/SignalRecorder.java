package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.SiteMemory;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Writes down what a signal says of a site, what that means, and what people are told of it: in one transaction. */
public final class SignalRecorder {
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
    public SignalRecorder(HistoryDatabase database, Deliveries deliveries, Optional<String> publicUrl) {
        this.database = database;
        this.deliveries = deliveries;
        this.incidents = new IncidentRecorder(deliveries, publicUrl);
    }

    /**
     * Records a signal.
     *
     * @param also writes what was read for it, as a cursor: all of it is written, or nothing
     * @return what is known of the site now
     */
    public SiteMemory record(WatchedSite site, Signal signal, Consumer<Handle> also) {
        SiteMemory memory = database.jdbi().inTransaction(handle -> {
            also.accept(handle);
            RoundTransaction entry = new RoundTransaction(handle);
            return incidents.enter(new SignalLook(site, signal), entry.memory(site.id()), entry, handle);
        });
        deliveries.check();
        return memory;
    }
}
