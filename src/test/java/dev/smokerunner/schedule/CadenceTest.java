package dev.smokerunner.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aPaceIsDueAtOnceAndThenAgain() {
        Cadence daily = new Cadence.Every(Duration.ofHours(24));

        assertThat(daily.isDueAtFirst()).isTrue();
        assertThat(daily.after(Instant.parse("2026-03-04T10:00:00Z"))).isEqualTo("2026-03-05T10:00:00Z");
    }

    @Test
    void aTimeOfTheDayIsThatOfItsZoneAndNeverNow() {
        Cadence daily = new Cadence.At(EnumSet.allOf(DayOfWeek.class), LocalTime.of(5, 0), BERLIN);

        assertThat(daily.after(Instant.parse("2026-03-04T03:59:59Z"))).isEqualTo("2026-03-04T04:00:00Z");
        assertThat(daily.after(Instant.parse("2026-03-04T04:00:00Z"))).isEqualTo("2026-03-05T04:00:00Z");
        assertThat(daily.after(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T03:00:00Z");
        assertThat(daily.isDueAtFirst()).isFalse();
    }

    @Test
    void aDayOfTheWeekComesOnceAWeek() {
        Cadence weekly = new Cadence.At(Set.of(DayOfWeek.MONDAY), LocalTime.of(2, 30), BERLIN);

        assertThat(weekly.after(Instant.parse("2026-03-04T10:00:00Z"))).isEqualTo("2026-03-09T01:30:00Z");
        assertThat(weekly.period()).isEqualTo(Duration.ofDays(7));
    }
}
