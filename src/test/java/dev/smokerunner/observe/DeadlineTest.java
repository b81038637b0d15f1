package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicLong now = new AtomicLong(-5_000);
    private final Deadline deadline = new Deadline(Duration.ofSeconds(10), now::get);

    @Test
    void saysHowLongIsLeft() {
        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void isNeverLessThanNothing() {
        now.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void leavesAShareForTheRest() {
        assertThat(deadline.earlier(Duration.ofSeconds(4)).remaining()).isEqualTo(Duration.ofSeconds(6));
        assertThat(deadline.earlier(Duration.ofSeconds(11)).remaining()).isZero();
    }

    @Test
    void boundsALongerLimitAndLeavesAShorterOne() {
        now.addAndGet(Duration.ofSeconds(7).toNanos());

        assertThat(deadline.atMost(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.atMost(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }
}
