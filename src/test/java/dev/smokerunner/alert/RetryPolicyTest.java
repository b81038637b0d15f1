package dev.smokerunner.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(4), Duration.ofMinutes(1), Duration.ofHours(1));

    @Test
    void waitLongerEachTimeAndNeverTooLong() {
        assertThat(wait(1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(wait(2)).isEqualTo(Duration.ofSeconds(8));
        assertThat(wait(50)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void spreadWhatFailedAtOnce() {
        assertThat(POLICY.wait(1, Duration.ZERO, Optional.empty(), () -> 0)).contains(Duration.ofSeconds(2));
    }

    @Test
    void waitAsLongAsTheOtherSideAsks() {
        assertThat(POLICY.wait(1, Duration.ZERO, Optional.of(Duration.ofMinutes(9)), () -> 1))
                .contains(Duration.ofMinutes(9));
    }

    @Test
    void areNotPutOffForDays() {
        assertThat(POLICY.wait(1, Duration.ZERO, Optional.of(Duration.ofDays(7)), () -> 1))
                .contains(Duration.ofHours(1));
    }

    @Test
    void giveUpInTheEnd() {
        assertThat(POLICY.wait(9, Duration.ofHours(1), Optional.empty(), () -> 1))
                .isEmpty();
    }

    private static Duration wait(int tries) {
        return POLICY.wait(tries, Duration.ZERO, Optional.empty(), () -> 1).orElseThrow();
    }
}
