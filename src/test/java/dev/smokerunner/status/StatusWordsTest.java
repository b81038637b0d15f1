package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.Phases;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the status page says what it knows. */
class StatusWordsTest {
    private static final Instant NOW = StatusSamples.NOW;

    @ParameterizedTest
    @CsvSource({
        "0, 0, –",
        "10, 10, 100 %",
        "43199, 43200, 99.99 %",
        "1, 3, 33.33 %",
        "999999, 1000000, 99.99 %",
        "0, 5, 0.00 %"
    })
    void sayAHundredPercentOnlyOfAll(long part, long whole, String words) {
        assertThat(Words.share(part, whole)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.084S, 84 ms",
        "PT1.83S, 1.8 s",
        "PT59.9S, 59.9 s",
        "PT3M20S, 3 min 20 s",
        "PT2H, 2 h",
        "PT26H5M, 26 h 5 min",
        "P3DT5H, 3 days 5 h"
    })
    void sayHowLongSomethingTook(Duration duration, String words) {
        assertThat(Words.took(Optional.of(duration))).isEqualTo(words);
    }

    @Test
    void sayThatAllIsWell() {
        assertThat(words(site("a", SiteState.OK, NOW), site("b", SiteState.MAINTENANCE, NOW)))
                .isEqualTo("All well: 2 sites are watched, 1 of them in maintenance.");
    }

    @Test
    void sayWhatFailsBeforeWhatIsNotKnown() {
        assertThat(words(site("a", SiteState.FAILING, NOW), site("b", SiteState.UNKNOWN, NOW)))
                .isEqualTo("Failing: 1 of 2 sites fails: a (production).");
    }

    @Test
    void sayThatNobodyKnowsWhatWasNotLookedAtForLong() {
        assertThat(words(site("a", SiteState.OK, NOW.minus(Duration.ofMinutes(7))), site("b", SiteState.OK, NOW)))
                .isEqualTo("Not known: Nobody knows how 1 of 2 sites is: a (production).");
    }

    @Test
    void waitForThreeRoundsAndSomethingMoreBeforeTheySaySo() {
        assertThat(words(
                        site("a", SiteState.OK, NOW.minus(Duration.ofMinutes(6)).plusSeconds(2))))
                .startsWith("All well");
    }

    @Test
    void nameSomeOfMany() {
        SiteStatus[] many = List.of("a", "b", "c", "d", "e", "f").stream()
                .map(name -> site(name, SiteState.FAILING, NOW))
                .toArray(SiteStatus[]::new);

        assertThat(words(many))
                .isEqualTo("Failing: 6 of 6 sites fail: a (production), b (production), c (production), d (production)"
                        + " and 2 more.");
    }

    @Test
    void sayThatRoundsNoLongerFinish() {
        Freshness freshness = new Freshness(NOW);
        List<SiteStatus> sites = List.of(site("a", SiteState.OK, NOW));

        assertThat(freshness.standstill(sites, NOW.minus(Duration.ofMinutes(6))))
                .isEmpty();
        assertThat(freshness.standstill(sites, NOW.minus(Duration.ofMinutes(8))))
                .contains("no round has finished for 8 min, and one is due every 60 s");
        assertThat(freshness.standstill(List.of(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void refuseANoteOfAReleaseWithAllThatIsWrong() {
        List<SiteStatus> sites = List.of(site("signup", SiteState.OK, NOW));

        assertThat(ReleaseNote.read("{", sites, NOW).problems())
                .singleElement()
                .asString()
                .startsWith("expected a JSON object");
        assertThat(ReleaseNote.read("[]", sites, NOW).problems())
                .containsExactly("expected a JSON object with name, environment, version");
        assertThat(ReleaseNote.read("{\"name\": \"signup\", \"environment\": \"staging\", \"at\": 1}", sites, NOW)
                        .problems())
                .containsExactly(
                        "expected one of the keys name, environment, version, got another one",
                        "version: expected a text on one line of 1 to 200 characters, got nothing",
                        "environment: expected one that is watched of this site (production), got another one");
        assertThat(ReleaseNote.read(
                                "{\"name\": \"signup\", \"environment\": \"production\", \"version\": \"a\\nb\"}",
                                sites,
                                NOW)
                        .problems())
                .containsExactly("version: expected a text on one line of 1 to 200 characters, got another text");
    }

    private static String words(SiteStatus... sites) {
        OverviewWords words = OverviewWords.of(List.of(sites), new Freshness(NOW), 0);
        return words.verdict() + ": " + words.why();
    }

    private static SiteStatus site(String name, SiteState state, Instant lastRound) {
        return new SiteStatus(
                new SiteRecord(
                        name,
                        "production",
                        "https://www.example.com/",
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(1)),
                state,
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofHours(1))),
                Optional.of(new RoundSummary(
                        "r",
                        lastRound.minusSeconds(2),
                        Duration.ofSeconds(2),
                        Verdict.PASS,
                        Optional.empty(),
                        "",
                        "",
                        false,
                        new Phases(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))));
    }
}
