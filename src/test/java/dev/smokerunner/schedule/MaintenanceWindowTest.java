package dev.smokerunner.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smokerunner.schedule.MaintenanceWindow.Once;
import dev.smokerunner.schedule.MaintenanceWindow.Recurring;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T01:59:59Z, false",
        "2026-11-29T02:00:00Z, true",
        "2026-11-29T02:59:59Z, true",
        "2026-11-29T03:00:00Z, false",
        "2026-11-30T02:30:00Z, false",
        "2026-12-06T02:30:00Z, true"
    })
    void comesOnItsDayOfTheWeek(Instant moment, boolean isIn) {
        var sundays = Recurring.weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 0), HOUR, ZoneOffset.UTC);

        assertThat(sundays.contains(moment)).isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T23:29:00Z, false",
        "2026-11-29T23:30:00Z, true",
        "2026-11-30T00:29:59Z, true",
        "2026-11-30T00:30:00Z, false",
        "2026-11-30T23:30:00Z, true"
    })
    void goesOnAfterMidnight(Instant moment, boolean isIn) {
        var nights = Recurring.daily(LocalTime.of(23, 30), HOUR, ZoneOffset.UTC);

        assertThat(nights.contains(moment)).isEqualTo(isIn);
    }

    /** From Monday to Tuesday and from Thursday to Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T20:00:00Z, true",
        "2026-12-01T23:59:00Z, true",
        "2026-12-02T12:00:00Z, false",
        "2026-12-04T23:59:00Z, true"
    })
    void mayBeLongerThanADayWhereItComesOnFewDays(Instant moment, boolean isIn) {
        var twice = new Recurring(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                LocalTime.of(18, 0),
                HOUR.multipliedBy(30),
                ZoneOffset.UTC);

        assertThat(twice.contains(moment)).isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T17:59:00Z, false",
        "2026-11-27T18:00:00Z, true",
        "2026-11-28T12:00:00Z, true",
        "2026-11-30T05:59:00Z, true",
        "2026-11-30T06:00:00Z, false"
    })
    void lastsOverDays(Instant moment, boolean isIn) {
        var weekends = Recurring.weekly(DayOfWeek.FRIDAY, LocalTime.of(18, 0), Duration.ofHours(60), ZoneOffset.UTC);

        assertThat(weekends.contains(moment)).isEqualTo(isIn);
    }

    @Test
    void followsTheClocksOfItsZone() {
        var nights = Recurring.daily(LocalTime.of(4, 0), HOUR, BERLIN);

        assertThat(nights.contains(Instant.parse("2026-07-01T02:30:00Z"))).isTrue();
        assertThat(nights.contains(Instant.parse("2026-12-01T02:30:00Z"))).isFalse();
        assertThat(nights.contains(Instant.parse("2026-12-01T03:30:00Z"))).isTrue();
    }

    /** On 2026-03-29 the clocks of Berlin go from 02:00 to 03:00, which is 01:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:29:59Z, false",
        "2026-03-29T01:30:00Z, true",
        "2026-03-29T02:29:59Z, true",
        "2026-03-29T02:30:00Z, false"
    })
    void beginsLaterWhereTheClocksSkipItsBeginning(Instant moment, boolean isIn) {
        assertThat(Recurring.daily(LocalTime.of(2, 30), HOUR, BERLIN).contains(moment))
                .isEqualTo(isIn);
    }

    /** On 2026-10-25 they go from 03:00 back to 02:00: it is 02:30 at 00:30 UTC and again at 01:30 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:29:59Z, false",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:29:59Z, true",
        "2026-10-25T01:30:00Z, false",
        "2026-10-25T02:00:00Z, false"
    })
    void beginsOnceWhereTheClocksShowItsBeginningTwice(Instant moment, boolean isIn) {
        assertThat(Recurring.daily(LocalTime.of(2, 30), HOUR, BERLIN).contains(moment))
                .isEqualTo(isIn);
    }

    @Test
    void lastsAsLongAsItSaysWhereTheClocksGoForwardInIt() {
        var night = Recurring.daily(LocalTime.of(1, 0), Duration.ofHours(2), BERLIN);

        assertThat(night.contains(Instant.parse("2026-03-29T01:59:59Z"))).isTrue();
        assertThat(night.contains(Instant.parse("2026-03-29T02:00:00Z"))).isFalse();
    }

    @Test
    void comesOnce() {
        var eve = new Once(LocalDateTime.of(2026, 12, 24, 20, 0), Duration.ofHours(4), BERLIN);

        assertThat(eve.contains(Instant.parse("2026-12-24T18:59:59Z"))).isFalse();
        assertThat(eve.contains(Instant.parse("2026-12-24T19:00:00Z"))).isTrue();
        assertThat(eve.contains(Instant.parse("2026-12-24T22:59:59Z"))).isTrue();
        assertThat(eve.contains(Instant.parse("2026-12-24T23:00:00Z"))).isFalse();
        assertThat(eve.contains(Instant.parse("2027-12-24T19:30:00Z"))).isFalse();
    }

    @Test
    void isNeverAllTheTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recurring.daily(LocalTime.NOON, Duration.ofDays(1), ZoneOffset.UTC));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Recurring.weekly(DayOfWeek.MONDAY, LocalTime.NOON, Duration.ofDays(7), ZoneOffset.UTC));
    }
}
