package dev.smokerunner.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Sums of counts that are too small for chance. */
class ShortfallTest {

    @Test
    void isPoissonWhereCountsVaryAsByPoisson() {
        // P(X <= 2) of a mean of 10: e^-10 (1 + 10 + 50).
        assertThat(Shortfall.probability(2, 10, 1)).isCloseTo(61 * Math.exp(-10), within(1e-9));
        assertThat(Shortfall.probability(0, 5, 1)).isCloseTo(Math.exp(-5), within(1e-9));
    }

    @Test
    void countsWhatComesTogetherForAsMuchLess() {
        double single = Shortfall.probability(27, 90, 1);
        double threeTogether = Shortfall.probability(27, 90, 3);

        assertThat(single).isLessThan(1e-12);
        assertThat(threeTogether).isBetween(1e-7, 1e-4);
    }

    @Test
    void saysNothingWhereNothingIsExpected() {
        assertThat(Shortfall.probability(0, 0, 1)).isEqualTo(1);
    }

    @Test
    void asksMoreOfShortSumsBecauseThereAreMoreOfThem() {
        assertThat(Shortfall.level(5)).isLessThan(Shortfall.level(60));
        assertThat(Shortfall.level(60) / Shortfall.level(5)).isCloseTo(12, within(1e-9));
        assertThat(Shortfall.level(120)).isLessThan(2e-3);
    }
}
