package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.anomaly.season.WallClock;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.config.SiteSignals;
import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.Turn;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.incident.Source;
import dev.smokerunner.metrics.MetricsSettings;
import dev.smokerunner.monitor.AnomalyWatch.Sources;
import dev.smokerunner.result.Severity;
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of a site that become its incidents, with a real database in a file. */
class AnomalyWatchTest {
    private static final int TWO_DAYS = 2 * 1440;

    private final ScriptedSite site = new ScriptedSite();

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
        new Sites(database.jdbi()).watch(List.of(site.watched().record()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opensAnIncidentWhenNobodyComesAnyMoreAndClosesItWhenTheyAreBack() {
        AnomalyWatch watch = watch();
        count(TWO_DAYS, 200);
        watch.judge(site.watched(), Optional.empty());
        assertThat(incidents()).isEmpty();

        count(3, 0);
        watch.judge(site.watched(), Optional.empty());

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.severity()).isEqualTo(Severity.SEV2);
            assertThat(incident.title())
                    .startsWith("no views of checkout for 3 minutes, where ")
                    .endsWith(" or more were to be expected");
        });

        for (int i = 0; i < 6; i++) {
            count(1, 200);
            watch.judge(site.watched(), Optional.empty());
        }
        assertThat(incidents().get(0).resolvedAt()).isPresent();
    }

    @Test
    void opensAnIncidentWhenPagesLoadThreeTimesAsSlowly() {
        AnomalyWatch watch = watch();
        rounds(TWO_DAYS, 400, "");
        rounds(6, 1300, "");

        watch.judge(site.watched(), Optional.empty());

        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.title())
                .startsWith("load 1,30")
                .contains("was to be expected (+"));
    }

    @Test
    void tellsTheSameAfterTheMonitorWasStartedAgain() {
        count(TWO_DAYS, 200);
        count(3, 0);

        watch().judge(site.watched(), Optional.empty());
        watch().judge(site.watched(), Optional.empty());

        assertThat(incidents()).hasSize(1);
    }

    @Test
    void tellsThatItIsOverThoughAnotherMonitorToldThatItBegan() {
        AnomalyWatch one = watch();
        AnomalyWatch other = watch();
        count(TWO_DAYS, 200);
        one.judge(site.watched(), Optional.empty());
        other.judge(site.watched(), Optional.empty());
        count(3, 0);
        one.judge(site.watched(), Optional.empty());
        assertThat(incidents().get(0).isOpen()).isTrue();

        count(6, 200);
        other.judge(site.watched(), Optional.empty());

        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.isOpen())
                .isFalse());
    }

    @Test
    void doesNotLetOnePlaceEndWhatAnotherSees() {
        AnomalyWatch watch = watch();
        rounds(TWO_DAYS, 400, "eu", "us");
        watch.judge(site.watched(), Optional.empty());
        for (int i = 0; i < 12; i++) {
            rounds(1, 1300, "eu");
            rounds(1, 400, "us");
            watch.judge(site.watched(), Optional.empty());
        }

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.isOpen()).isTrue();
            assertThat(incident.title()).startsWith("load from eu 1,30");
        });
    }

    @Test
    void writesNothingWhereItsTurnIsLost() {
        count(TWO_DAYS, 200);
        count(3, 0);

        watch().judge(
                        site.watched(),
                        Optional.of(new Turn("anomalies", site.watched().id(), "me", 7)));

        assertThat(incidents()).isEmpty();
    }

    @Test
    void judgesNothingThatTheConfigTurnsOff() {
        count(TWO_DAYS, 200);
        count(10, 0);
        WatchedSite usual = site.watched();

        watch().judge(
                        new WatchedSite(
                                usual.plan(),
                                usual.schedule(),
                                usual.alerts(),
                                new SiteSignals(
                                        Optional.empty(), TrafficSettings.NONE, AnomalyPlan.OFF, MetricsSettings.NONE)),
                        Optional.empty());

        assertThat(incidents()).isEmpty();
    }

    @Test
    void decidesWhatASeriesOfGraphiteIsByItsFirstNumbers() throws IOException {
        try (MockWebServer graphite = new MockWebServer()) {
            graphite.start(InetAddress.getLoopbackAddress(), 0);
            WatchedSite watched =
                    withGraphite(graphite.url("/render?target=ratio").toString());
            AnomalyWatch watch = watch();
            graphite.enqueue(answer(0, 0.97));
            watch.judge(watched, Optional.empty());
            site.clock().move(Duration.ofMinutes(TWO_DAYS));
            graphite.enqueue(answer(TWO_DAYS, 0.97));
            watch.judge(watched, Optional.empty());
            site.clock().move(Duration.ofMinutes(20));
            graphite.enqueue(answer(18, 0.2));
            watch.judge(watched, Optional.empty());
        }

        IncidentSummary incident = incidents().get(0);
        assertThat(incident.title()).startsWith("ratio 0.2");
        assertThat(new IncidentReader(database.jdbi()).steps(incident.id()))
                .extracting(IncidentStep::source)
                .containsOnly(Source.RESPONSE_TIMES);
    }

    private WatchedSite withGraphite(String url) {
        WatchedSite usual = site.watched();
        AnomalyPlan plan = new AnomalyPlan(false, false, List.of(url), WallClock.UTC);
        return new WatchedSite(
                usual.plan(),
                usual.schedule(),
                usual.alerts(),
                new SiteSignals(Optional.empty(), TrafficSettings.NONE, plan, MetricsSettings.NONE));
    }

    /** What Graphite renders: a number a minute up to now. */
    private MockResponse answer(int minutes, double value) {
        long end = minute().getEpochSecond();
        String points = IntStream.range(0, minutes)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "[%.3f,%d]", value + i % 9 * 0.001, end - 60L * (minutes - 1 - i)))
                .collect(Collectors.joining(","));
        return new MockResponse.Builder()
                .body("[{\"target\":\"ratio\",\"datapoints\":[" + points + "]}]")
                .build();
    }

    private List<IncidentSummary> incidents() {
        return new IncidentReader(database.jdbi()).last(10);
    }

    private Instant minute() {
        return site.clock().instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(2));
    }

    private void count(int minutes, long amount) {
        Map<CountKey, Long> views = new HashMap<>();
        for (int i = 0; i < minutes; i++) {
            site.clock().move(Duration.ofMinutes(1));
            views.put(
                    new CountKey(site.watched().id(), "checkout", Measure.VIEWS, minute()),
                    amount == 0 ? 0 : amount + i % 13);
        }
        database.jdbi().useTransaction(handle -> Counts.add(handle, views));
    }

    private void rounds(int count, int millis, String... places) {
        database.jdbi().useTransaction(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("insert into round (id, site, place, runner, started_at, duration_ms,"
                            + " verdict, maintenance, pages, requests, document_ms, load_ms) values (:id, :site, :place, 'me', :at, 2000,"
                            + " 'pass', 0, 1, 10, 80, :load)");
            for (int i = 0; i < count; i++) {
                site.clock().move(Duration.ofMinutes(1));
                long at = site.clock().instant().toEpochMilli();
                for (String place : places) {
                    batch.bind("id", "r" + at + place)
                            .bind("site", site.watched().id())
                            .bind("place", place)
                            .bind("at", at)
                            .bind("load", millis + i % 9)
                            .add();
                }
            }
            batch.execute();
        });
    }

    private AnomalyWatch watch() {
        return new AnomalyWatch(
                database,
                new SignalRecorder(database, new LaterDeliveries(), Optional.empty()),
                new Sources(new GraphiteSeries(Optional.empty()), site.log()),
                site.clock());
    }
}
