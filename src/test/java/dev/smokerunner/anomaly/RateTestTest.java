package dev.smokerunner.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.anomaly.RateTest.Rate;
import org.junit.jupiter.api.Test;

/** Events before and since a release. */
class RateTestTest {
    private static final Rate BEFORE = new Rate(480, 480);

    @Test
    void findsTwoFifthsFewerOnceThereAreEnoughOfThem() {
        assertThat(RateTest.probability(BEFORE, new Rate(30, 50), 3)).isGreaterThan(RateTest.LEVEL);
        assertThat(RateTest.probability(BEFORE, new Rate(300, 500), 3)).isLessThan(RateTest.LEVEL);
    }

    @Test
    void findsMoreAsWell() {
        assertThat(RateTest.probability(BEFORE, new Rate(750, 500), 3)).isLessThan(RateTest.LEVEL);
    }

    @Test
    void takesAQuietTimeOfTheDayForWhatItIs() {
        assertThat(RateTest.probability(BEFORE, new Rate(100, 100), 1)).isGreaterThan(0.5);
    }

    @Test
    void isUnmovedByADayThatIsAsGoodAllTheTime() {
        assertThat(RateTest.probability(new Rate(720, 480), new Rate(300, 200), 1))
                .isGreaterThan(0.5);
    }

    @Test
    void saysNothingWhereNothingIsUsualOrItIsUnknownHowCountsVary() {
        assertThat(RateTest.probability(BEFORE, new Rate(0, 0), 3)).isEqualTo(1);
        assertThat(RateTest.probability(BEFORE, new Rate(300, 500), Double.NaN)).isEqualTo(1);
    }
}
