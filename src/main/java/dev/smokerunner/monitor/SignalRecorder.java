package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.incident.IncidentBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
        return record(site, signal, any -> true, also).orElseThrow();
    }

    /**
     * Records a signal that was judged by what incidents were open, if those still are: a round may have closed one meanwhile,
     * and what would have joined it must not open another.
     *
     * @param judgedBy the book that it was judged by
     * @param also writes what was read for it: all of it is written, or nothing
     * @return what is known of the site now; absent where nothing was written, and it has to be judged again
     */
    public Optional<SiteMemory> record(WatchedSite site, Signal signal, IncidentBook judgedBy, Consumer<Handle> also) {
        return record(site, signal, book -> open(book).equals(open(judgedBy)), also);
    }

    private Optional<SiteMemory> record(
            WatchedSite site, Signal signal, Predicate<IncidentBook> isStillSo, Consumer<Handle> also) {
        Optional<SiteMemory> memory = database.jdbi().inTransaction(handle -> {
            RoundTransaction entry = new RoundTransaction(handle);
            SiteMemory before = entry.memory(site.id());
            if (!isStillSo.test(before.book())) {
                return Optional.empty();
            }
            also.accept(handle);
            return Optional.of(incidents.enter(new SignalLook(site, signal), before, entry, handle));
        });
        deliveries.check();
        return memory;
    }

    private static List<String> open(IncidentBook book) {
        return book.open().stream()
                .map(incident -> incident.openedAt() + " " + incident.fingerprint())
                .toList();
    }
}
