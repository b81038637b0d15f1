package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.anomaly.season.WallClock;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.incident.Source;
import dev.smokerunner.monitor.AnomalyWatch.Sources;
import dev.smokerunner.release.Release;
import dev.smokerunner.standin.ZendeskRules;
import dev.smokerunner.tickets.TicketRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The incident for which all this was built. A release breaks the script that asks for {@code /api/config.json}: those requests stop,
 * and the page is viewed as often as before. Customers begin to write a day later. Whoever looks tells of it; the others add to that.
 */
class IncidentReplayTest {
    private static final Duration PAST = Duration.ofDays(8);
    private static final AnomalyPlan REQUESTS = new AnomalyPlan(false, true, List.of(), WallClock.UTC);
    /** Views and requests of a minute are alike in each run. */
    private final Random random = new Random(7);

    @TempDir
    private Path folder;

    private SiteWithCustomers desk;
    private AnomalyWatch watch;
    private boolean isBroken;
    private boolean isCounted = true;
    private Instant release = Instant.EPOCH;

    @BeforeEach
    void open() throws Exception {
        desk = new SiteWithCustomers(folder, ZendeskRules.DOCUMENTED.withPage(60));
        desk.rule = new TicketRule(Optional.of(3), Duration.ofHours(2), Duration.ofHours(4));
        watch = new AnomalyWatch(
                desk.database,
                new SignalRecorder(desk.database, new LaterDeliveries(), Optional.of("https://smoke.example.com/")),
                new Sources(new GraphiteSeries(Optional.empty()), desk.site.log()),
                desk.site.clock());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isToldByTheCheckInTwoRounds() throws Exception {
        aWeekPasses();

        breaks("app.js");
        desk.minutes(2);

        assertThat(after(incident().openedAt())).isEqualTo(Duration.ofMinutes(2));
        assertThat(incident().title()).isEqualTo("app.js is missing");
        desk.minutes(8);
        aDayPasses();
        List<URI> tickets = customersWrite(3);
        mended();

        assertThat(steps())
                .extracting(step -> step.kind().word() + " by " + step.source())
                .containsExactly("opened by CHECKS", "joined by REQUESTS", "joined by TICKETS", "resolved by REQUESTS");
        saysWhatCameOfRequests(steps().get(1));
        assertThat(linksOf(Source.TICKETS)).containsAll(tickets);
        isOneForAllWhoAreTold();
    }

    @Test
    void isToldByTheRequestsWithinMinutesWhereNoCheckSeesIt() throws Exception {
        aWeekPasses();

        breaks();
        desk.minutes(8);

        assertThat(after(incident().openedAt())).isLessThanOrEqualTo(Duration.ofMinutes(5));
        saysWhatCameOfRequests(steps().get(0));
        assertThat(desk.site.alerts.get(0).troubles()).singleElement().satisfies(trouble -> assertThat(trouble.hint())
                .as("a plot of what was expected and what came")
                .isPresent());
        assertThat(desk.site.alerts.get(0).changes()).singleElement().satisfies(change -> assertThat(change)
                .startsWith("release 2.5.0 at "));
        aDayPasses();
        List<URI> tickets = customersWrite(3);
        mended();

        assertThat(steps())
                .extracting(step -> step.kind().word() + " by " + step.source())
                .containsExactly("opened by REQUESTS", "joined by TICKETS", "resolved by REQUESTS");
        assertThat(linksOf(Source.TICKETS)).containsAll(tickets);
        isOneForAllWhoAreTold();
    }

    @Test
    void isToldByTheThirdTicketWhereNobodyElseLooks() throws Exception {
        isCounted = false;
        desk.minutes(1);

        breaks();
        aDayPasses();
        List<URI> first = customersWrite(2);
        assertThat(desk.incidents()).isEmpty();
        List<URI> third = customersWrite(1);

        assertThat(incident().title()).isEqualTo("3 support tickets within 2 h");
        assertThat(linksOf(Source.TICKETS)).containsAll(first).containsAll(third);
        assertThat(desk.lastAlert().changes()).singleElement().satisfies(change -> assertThat(change)
                .startsWith("release 2.5.0 at ")
                .endsWith(" h 28 min before the first bad round"));

        desk.site.fails("app.js");
        desk.minutes(3);
        desk.site.fails();
        desk.minutes(3);
        assertThat(steps())
                .extracting(step -> step.kind().word() + " by " + step.source())
                .containsExactly("opened by TICKETS", "joined by CHECKS", "resolved by CHECKS");
        isOneForAllWhoAreTold();
    }

    @Test
    void isToldOfNothingWhileAllIsWell() throws Exception {
        aWeekPasses();

        desk.minutes(20);

        assertThat(desk.incidents()).isEmpty();
    }

    private void aWeekPasses() throws InterruptedException {
        Map<CountKey, Long> counts = new HashMap<>();
        Instant now = desk.site.clock().instant();
        for (Instant at = now.minus(PAST); at.isBefore(now); at = at.plusSeconds(60)) {
            counts.putAll(visitors(at));
        }
        write(counts);
        desk.meanwhile = () -> {
            // The minute that is over, as the log of a CDN says some seconds later.
            write(visitors(desk.site.clock().instant().minusSeconds(60)));
            watch.judge(desk.watched(REQUESTS), Optional.empty());
        };
        desk.minutes(3);
        assertThat(desk.incidents()).isEmpty();
    }

    /** From now on; what the checks see of it, which is nothing where they are switched off. */
    private void breaks(String... seen) {
        release = desk.site.clock().instant();
        new Releases(desk.database.jdbi()).add(new Release("shop.test", "default", "2.5.0", release));
        isBroken = true;
        desk.site.fails(seen);
    }

    /** The release before is back. */
    private void mended() throws InterruptedException {
        isBroken = false;
        desk.site.fails();
        desk.minutes(10);
    }

    private void aDayPasses() throws InterruptedException {
        for (int hour = 0; hour < 24; hour++) {
            pass(59);
            desk.minutes(1);
        }
    }

    /** What visitors do meanwhile is counted, and nobody looks. */
    private void pass(int minutes) {
        Map<CountKey, Long> counts = new HashMap<>();
        for (int minute = 0; minute < minutes; minute++) {
            desk.pass(Duration.ofMinutes(1));
            if (isCounted) {
                counts.putAll(visitors(desk.site.clock().instant().minusSeconds(60)));
            }
        }
        write(counts);
    }

    /** One every half an hour. */
    private List<URI> customersWrite(int count) throws InterruptedException {
        List<URI> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pass(27);
            links.add(desk.link(desk.customerWrites("The checkout does not work")));
            desk.minutes(3);
        }
        return links;
    }

    /** A shop with 60 views a minute at night and 180 by day, nearly each of which asks for the config. */
    private Map<CountKey, Long> visitors(Instant at) {
        int minuteOfDay = at.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
        double usual = 120 - 60 * Math.cos(2 * Math.PI * (minuteOfDay - 240) / 1440);
        long views = Math.max(0, Math.round(usual + Math.sqrt(usual) * random.nextGaussian()));
        return Map.of(
                new CountKey(SiteWithCustomers.ID, "", Measure.VIEWS, at),
                views,
                new CountKey(SiteWithCustomers.ID, "api", Measure.REQUESTS, at),
                isBroken ? 0 : views * 19 / 20);
    }

    private void write(Map<CountKey, Long> counts) {
        desk.database.jdbi().useTransaction(handle -> Counts.add(handle, counts));
    }

    private IncidentSummary incident() {
        assertThat(desk.incidents()).as("one incident").hasSize(1);
        return desk.incidents().get(0);
    }

    private Duration after(Instant at) {
        return Duration.between(release, at);
    }

    private List<IncidentStep> steps() {
        return new IncidentReader(desk.database.jdbi()).steps(incident().id());
    }

    private List<URI> linksOf(Source source) {
        return steps().stream()
                .filter(step -> step.source() == source)
                .flatMap(step -> step.links().stream())
                .map(URI::create)
                .toList();
    }

    private static void saysWhatCameOfRequests(IncidentStep step) {
        assertThat(step.causes()).singleElement().satisfies(cause -> assertThat(cause)
                .matches("no requests of api for \\d+ minutes, where \\d+ or more were to be expected,"
                        + " since release 2\\.5\\.0"));
    }

    private void isOneForAllWhoAreTold() {
        assertThat(incident().isOpen()).isFalse();
        assertThat(desk.site.alerts)
                .extracting(Alert::key)
                .hasSizeGreaterThan(2)
                .containsOnly(desk.lastAlert().key());
        assertThat(desk.site.alerts)
                .filteredOn(alert -> alert.kind() == Alert.Kind.OPENED)
                .hasSize(1);
        assertThat(desk.site.alerts)
                .filteredOn(alert -> alert.kind() == Alert.Kind.RESOLVED)
                .hasSize(1);
    }
}
