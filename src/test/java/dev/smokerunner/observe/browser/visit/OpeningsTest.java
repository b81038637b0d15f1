package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Awaited;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final URI LIVE = URI.create("ws://localhost/live");

    private final Openings openings = new Openings();

    private static Duration at(int millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void waitsForWhatOpensUntilItIsKnownHowThatEnded() {
        openings.began("1", LIVE, at(100));

        assertThat(openings.awaited(at(200))).contains(new Awaited.Opening(LIVE));
        openings.ended("1");
        assertThat(openings.awaited(at(210))).isEmpty();
    }

    @Test
    void doesNotWaitLongForWhatNeverSays() {
        openings.began("1", LIVE, at(100));

        assertThat(openings.awaited(at(3050))).isPresent();
        assertThat(openings.awaited(at(3150))).isEmpty();
    }

    @Test
    void waitsOnceForWhatIsOpenedAgainAndAgain() {
        openings.began("1", LIVE, at(100));
        openings.ended("1");
        openings.began("2", LIVE, at(500));

        assertThat(openings.awaited(at(510))).isEmpty();
    }

    @Test
    void waitsForNothingOfThePageBefore() {
        openings.began("1", LIVE, at(100));
        openings.committed();

        assertThat(openings.awaited(at(110))).isEmpty();
    }
}
