package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Releases;
import dev.smokerunner.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rounds lead to, with a real database in a file. */
class SingleRoundTest {
    private final ScriptedSite site = new ScriptedSite();

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** So many rounds, a minute apart; how many messages did not arrive in the last one. */
    private int rounds(int count) throws InterruptedException {
        int untold = 0;
        for (int i = 0; i < count; i++) {
            site.clock().move(Duration.ofMinutes(1));
            MonitorOptions options = new MonitorOptions(
                    "", "test", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, site.log());
            RoundRunner runner =
                    new RoundRunner(site::look, new NetworkCheck(List.of(), List::of), site.log(), System::nanoTime);
            untold = new SingleRound(database, options, new DatabaseClock(database, site.clock()))
                    .of(site.alone(), runner);
        }
        return untold;
    }

    private int count(String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void tellsOnceWhatTwoRoundsConfirmAndOnceThatItIsOver() throws InterruptedException {
        rounds(2);
        site.fails("app.js");
        rounds(5);
        site.fails();
        rounds(3);

        assertThat(site.sent).containsExactly("OPENED: [app.js is missing]", "RESOLVED: [app.js is missing]");
        assertThat(site.said)
                .containsExactly("ok", "ok", "ok", "failing", "failing", "failing", "failing", "failing", "ok", "ok");
        assertThat(site.alerts.get(0).key()).isEqualTo(site.alerts.get(1).key());
        assertThat(site.alerts.get(0).since()).isEqualTo("2026-03-04T10:03:00Z");
        assertThat(site.alerts.get(0).confirmation()).isEqualTo("seen in 2 rounds in a row, 60 s apart");
        assertThat(count("round")).isEqualTo(10);
    }

    @Test
    void tellsCausesThatBeginTogetherAsOneIncidentAndALaterOneAsAnother() throws InterruptedException {
        site.fails("app.js", "style.css");
        rounds(3);
        site.fails("app.js", "style.css", "font.woff2");
        rounds(2);

        assertThat(site.sent)
                .containsExactly(
                        "OPENED: [app.js is missing, style.css is missing]", "OPENED: [font.woff2 is missing]");
        assertThat(count("incident")).isEqualTo(2);
    }

    @Test
    void tellsWhatDoesNotArriveInTheNextRoundAndWhatOpensBeforeWhatCloses() throws InterruptedException {
        site.fails("app.js");
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        assertThat(rounds(2)).isEqualTo(1);
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        site.fails();
        assertThat(rounds(2)).isEqualTo(2);

        assertThat(site.sent).isEmpty();
        assertThat(rounds(1)).isZero();
        assertThat(site.sent).containsExactly("OPENED: [app.js is missing]", "RESOLVED: [app.js is missing]");
    }

    @Test
    void givesUpWhatIsRefusedAndSaysSo() throws InterruptedException {
        site.fails("app.js");
        site.answers.add(new Delivery.Refused("status 400: no such key"));

        assertThat(rounds(2)).isEqualTo(1);
        assertThat(rounds(1)).isZero();
        String trouble = database.jdbi()
                .withHandle(handle -> handle.createQuery("select trouble from message where state = 'dead'")
                        .mapTo(String.class)
                        .one());
        assertThat(trouble).isEqualTo("status 400: no such key");
    }

    @Test
    void givesUpAfterADay() throws InterruptedException {
        site.fails("app.js");
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        rounds(2);
        site.clock().move(Duration.ofHours(25));
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        rounds(1);

        assertThat(count("message where state = 'dead'")).isEqualTo(1);
    }

    @Test
    void tellsWhichReleaseCameBetweenTheLastGoodRoundAndTheFirstBadOne() throws InterruptedException {
        rounds(1);
        site.clock().move(Duration.ofSeconds(20));
        release("2.4");
        site.fails("app.js");
        rounds(2);

        assertThat(site.alerts.get(0).changes())
                .containsExactly("release 2.4 at 2026-03-04T10:01:20Z, 60 s before the first bad round");
    }

    @Test
    void tellsOfAReleaseAlsoWhereGoodRoundsFollowedItFromACache() throws InterruptedException {
        release("2.4");
        rounds(3);
        site.fails("app.js");
        rounds(2);

        assertThat(site.alerts.get(0).changes())
                .containsExactly("release 2.4 at 2026-03-04T10:00:00Z, 4 min before the first bad round");
    }

    @Test
    void tellsOfAReleaseAlsoWhereItIsSaidAfterTheFirstBadRound() throws InterruptedException {
        rounds(1);
        site.fails("app.js");
        rounds(1);
        site.clock().move(Duration.ofSeconds(20));
        release("2.4");
        rounds(1);

        assertThat(site.alerts.get(0).changes())
                .containsExactly("release 2.4 at 2026-03-04T10:02:20Z, 20 s after the first bad round");
    }

    @Test
    void tellsOfNoReleaseOfLongAgo() throws InterruptedException {
        release("2.4");
        site.clock().move(Duration.ofHours(2));
        rounds(1);
        site.fails("app.js");
        rounds(2);

        assertThat(site.alerts.get(0).changes()).isEmpty();
    }

    @Test
    void tellsOfAnOutageThatARunSawFirstAndToldNobodyOf() throws InterruptedException {
        rounds(1);
        site.fails("app.js");
        site.clock().move(Duration.ofSeconds(20));
        WatchedSite shop = site.alone().values().iterator().next();
        MonitorOptions options =
                new MonitorOptions("", "", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, site.log());
        new SingleRound(database, options, new DatabaseClock(database, site.clock()))
                .ofResults(Map.of(shop, site.look(shop.plan())), false);
        assertThat(count("incident")).isZero();
        assertThat(count("round")).isEqualTo(2);

        rounds(2);
        assertThat(site.sent).containsExactly("OPENED: [app.js is missing]");
    }

    @Test
    void tellsAChannelThatTakesReleasesOfEachOnce() throws InterruptedException {
        site.takesReleases = true;
        rounds(1);
        release("2.4");
        site.answers.add(new Delivery.Delayed("503", Optional.empty()));
        rounds(1);
        assertThat(site.sent).as("it does not arrive").isEmpty();

        rounds(2);
        assertThat(site.sent).containsExactly("RELEASED: []");
        assertThat(site.alerts.get(0).changes()).containsExactly("2.4");
        release("2.5");
        rounds(1);
        assertThat(site.alerts.get(1).changes()).containsExactly("2.5");
    }

    @Test
    void tellsNobodyElseOfReleases() throws InterruptedException {
        release("2.4");
        rounds(2);

        assertThat(site.sent).isEmpty();
        assertThat(count("message")).isZero();
    }

    private void release(String version) {
        new Releases(database.jdbi())
                .add(new Release("shop.test", "default", version, site.clock().instant()));
    }

    @Test
    void neverBlamesTheSiteForWhatNobodyCouldFindOut() throws InterruptedException {
        rounds(1);
        site.unknown("the browser does not start");
        rounds(9);
        assertThat(site.sent).isEmpty();
        assertThat(site.said).endsWith("ok");

        rounds(1);
        assertThat(site.sent).containsExactly("OPENED: [the browser does not start]");
        assertThat(site.alerts.get(0).severity().level()).isEqualTo(4);
        assertThat(site.said).endsWith("inconclusive");
    }

    @Test
    void keepsWholeResultsOfRoundsThatChangedTheState() throws InterruptedException {
        rounds(3);
        site.fails("app.js");
        rounds(3);

        assertThat(count("evidence where kind = 'result.json'"))
                .as("the first one, and the one that opened the incident")
                .isEqualTo(2);
        assertThat(count("finding")).isEqualTo(3);
    }

    @Test
    void hasOneKeyForOneCauseAndOtherKeysForOthers() throws InterruptedException {
        site.fails("app.js");
        rounds(2);
        site.fails();
        rounds(2);
        site.fails("app.js");
        rounds(2);
        site.fails("app.js", "b.js");
        rounds(2);

        List<String> keys = site.alerts.stream().map(Alert::key).toList();
        assertThat(keys.get(2)).isEqualTo(keys.get(0));
        assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
        assertThat(count("incident")).isEqualTo(3);
    }
}
