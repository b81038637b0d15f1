package dev.smokerunner.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualTicketsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private static final Instant FROM = NOW.minus(Duration.ofDays(28));

    /** The fewest that chance would bring only once in ten thousand windows. */
    private static int surprising(UsualTickets usual, Instant end) {
        return IntStream.iterate(1, count -> count + 1)
                .filter(count -> usual.chance(count, end) < 1e-4)
                .findFirst()
                .orElseThrow();
    }

    private static UsualTickets each(Duration pause) {
        List<Instant> past = new ArrayList<>();
        for (Instant at = FROM; at.isBefore(NOW); at = at.plus(pause)) {
            past.add(at);
        }
        return new UsualTickets(past, FROM, HOUR);
    }

    @Test
    void areSurprisedByThreeWhereNoneEverCame() {
        UsualTickets usual = new UsualTickets(List.of(), FROM, HOUR);

        assertThat(usual.mean(NOW)).isZero();
        assertThat(surprising(usual, NOW)).isEqualTo(3);
    }

    @Test
    void areSurprisedByMoreWhereLessIsKnown() {
        UsualTickets usual = new UsualTickets(List.of(), NOW.minus(Duration.ofDays(2)), HOUR);

        assertThat(surprising(usual, NOW)).isGreaterThan(3);
    }

    @Test
    void growWithWhatComes() {
        UsualTickets usual = each(Duration.ofMinutes(12));

        assertThat(usual.mean(NOW)).isCloseTo(5, within(0.1));
        assertThat(surprising(usual, NOW)).isBetween(14, 17);
    }

    @Test
    void knowTheTimeOfDayAndTheWeekend() {
        List<Instant> past = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            Instant ten = NOW.minus(Duration.ofDays(day));
            int weekday = ten.atZone(java.time.ZoneOffset.UTC).getDayOfWeek().getValue();
            for (int i = 0; weekday < 6 && i < 20; i++) {
                past.add(ten.minus(Duration.ofMinutes(1 + 2L * i)));
            }
        }
        UsualTickets usual = new UsualTickets(past, FROM, HOUR);
        Instant night = NOW.minus(Duration.ofHours(8));
        Instant sunday = NOW.minus(Duration.ofDays(3));

        assertThat(usual.mean(NOW)).isCloseTo(20, within(0.1));
        assertThat(surprising(usual, NOW)).isGreaterThan(35);
        assertThat(surprising(usual, night)).isLessThan(10);
        assertThat(surprising(usual, sunday)).isLessThan(10);
    }

    @Test
    void doNotCountTheWindowThatIsJudged() {
        List<Instant> burst =
                IntStream.range(0, 50).mapToObj(i -> NOW.minusSeconds(60L * i)).toList();

        assertThat(new UsualTickets(burst, FROM, HOUR).mean(NOW)).isZero();
    }

    @Test
    void areCertainOfNothingBeforeTheyKnowAnything() {
        assertThat(new UsualTickets(List.of(), NOW, HOUR).chance(100, NOW)).isEqualTo(1);
    }
}
