package dev.smokerunner.history.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.reading.RunnerStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnerStatusTest {
    private static final Instant SEEN = Instant.parse("2026-11-29T12:00:00Z");

    private static RunnerStatus runner(Optional<Instant> networkDown) {
        return new RunnerStatus("r1", "eu", "host1", SEEN.minus(Duration.ofDays(1)), SEEN, 7, networkDown);
    }

    @Test
    void isSilentWhenItWasNotSeenForMoreThanTwoMinutes() {
        assertThat(runner(Optional.empty()).state(SEEN.plusSeconds(120))).isEqualTo(State.ALIVE);
        assertThat(runner(Optional.empty()).state(SEEN.plusSeconds(121))).isEqualTo(State.SILENT);
    }

    @Test
    void saysThatItsNetworkIsDownAsLongAsItSaysAnything() {
        assertThat(runner(Optional.of(SEEN)).state(SEEN.plusSeconds(60))).isEqualTo(State.NETWORK_DOWN);
        assertThat(runner(Optional.of(SEEN)).state(SEEN.plusSeconds(121))).isEqualTo(State.SILENT);
    }
}
