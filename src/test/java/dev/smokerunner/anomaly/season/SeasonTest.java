package dev.smokerunner.anomaly.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is usual at a time of the week. */
class SeasonTest {
    private static final long NOW = 5 * WallClock.WEEK;

    @Test
    void believesATimeOfTheWeekAloneWhereMuchComes() {
        // Monday's noon alone has ten times as much.
        Season season = learnt(true, minute -> isMondaysNoon(minute) ? 10_000 : 1000);

        assertThat(season.weekly(NOW + 12 * 60 + 30).orElseThrow()).isCloseTo(10_000, within(500.0));
    }

    @Test
    void leansOnAllDaysWhereFewCome() {
        Random chance = new Random(3);
        LongToDoubleFunction hardlyAny = minute -> chance.nextDouble() < 0.5 ? 1 : 0;
        Season own = learnt(false, hardlyAny);
        Season leaning = learnt(true, hardlyAny);

        assertThat(error(leaning)).isLessThan(error(own) / 2);
    }

    @Test
    void keepsTheLevelOfADayOfTheWeek() {
        Season season = learnt(true, minute -> minute / WallClock.DAY % 7 == 3 ? 0.4 : 1);

        assertThat(season.weekly(NOW + 3 * WallClock.DAY + 600).orElseThrow()).isCloseTo(0.4, within(0.05));
    }

    private static double error(Season season) {
        double squares = 0;
        for (long at = 0; at < WallClock.DAY; at += 20) {
            squares += Math.pow(season.weekly(NOW + at).orElseThrow() - 0.5, 2);
        }
        return Math.sqrt(squares);
    }

    private static boolean isMondaysNoon(long minute) {
        return minute / WallClock.DAY % 7 == 0 && minute % WallClock.DAY / 60 == 12;
    }

    private static Season learnt(boolean ofCounts, LongToDoubleFunction counts) {
        Season season = new Season(ofCounts);
        for (long minute = 0; minute < NOW; minute++) {
            season.learn(minute, counts.applyAsDouble(minute));
        }
        return season;
    }
}
