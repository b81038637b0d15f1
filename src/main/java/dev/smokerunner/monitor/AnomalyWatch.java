package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.anomaly.source.SeriesException;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.Turn;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.ResponseTimes;
import dev.smokerunner.monitor.JudgedSite.Origins;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Judges the numbers of sites. What is wrong becomes a signal, and so an incident. It remembers what it read: the first judgement
 * of a site takes it a second for each series, and those that follow nearly nothing.
 */
final class AnomalyWatch {
    private final SignalRecorder recorder;
    private final Origins origins;
    private final Sites sites;
    private final MonitorLog log;
    private final Clock clock;
    private final Map<String, JudgedSite> judged = new ConcurrentHashMap<>();

    /**
     * A watch that has read nothing yet.
     *
     * @param database where numbers are
     * @param recorder writes down what is wrong
     * @param sources where else numbers are
     * @param clock the time that all monitors of the database have
     */
    AnomalyWatch(HistoryDatabase database, SignalRecorder recorder, Sources sources, Clock clock) {
        this.recorder = recorder;
        this.log = sources.log();
        this.clock = clock;
        this.sites = new Sites(database.jdbi());
        this.origins = new Origins(
                new ResponseTimes(database.jdbi()),
                new CountReader(database.jdbi()),
                sources.graphite(),
                new Releases(database.jdbi()));
    }

    /**
     * Where numbers are that the history does not have.
     *
     * @param graphite asks Graphite
     * @param log is told what cannot be read
     */
    record Sources(GraphiteSeries graphite, MonitorLog log) {}

    /**
     * Judges what is new of a site. Not by several threads at once.
     *
     * @param turn whose turn it is; absent where nobody else could have it
     */
    void judge(WatchedSite site, Optional<Turn> turn) {
        JudgedSite known = judged.compute(
                site.id(),
                (id, before) ->
                        before != null && before.plan().equals(site.signals().anomalies())
                                ? before
                                : new JudgedSite(site.signals().anomalies()));
        try {
            known.read(site, origins, clock.instant());
            known.signals(site, sites.book(site.id()), clock.instant())
                    .forEach(signal -> recorder.record(site, signal, handle -> hold(turn, handle)));
        } catch (SeriesException e) {
            log.note(site.id() + ": anomalies: " + e.getMessage());
        } catch (JdbiException e) {
            log.note(
                    site.id() + ": anomalies: the history does not answer, tried again: " + HistoryException.reason(e));
        } catch (TurnLost lost) {
            // Another runner judges the same numbers.
        }
    }

    /** Forgets what is judged no longer. */
    void forget(String site) {
        judged.remove(site);
    }

    private static void hold(Optional<Turn> turn, Handle handle) {
        if (turn.isPresent() && !new RoundTransaction(handle).holds(turn.get())) {
            throw new TurnLost();
        }
    }

    /** It was paused for so long that another one took over: what it would write is old. */
    private static final class TurnLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
