package dev.smokerunner.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.schedule.MaintenanceWindow.Recurring;
import dev.smokerunner.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void isInMaintenanceInAnyOfItsWindows() {
        SiteSchedule schedule = with(List.of(
                Recurring.daily(LocalTime.of(2, 0), Duration.ofHours(1), ZoneOffset.UTC),
                Recurring.daily(LocalTime.of(11, 30), Duration.ofHours(1), ZoneOffset.UTC)));

        assertThat(schedule.inMaintenance(NOON)).isTrue();
        assertThat(schedule.inMaintenance(NOON.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void isNeverInMaintenanceByDefault() {
        assertThat(SiteSchedule.USUAL.inMaintenance(NOON)).isFalse();
    }

    @Test
    void forgetsAPlaceAfterTenRoundsAndNotBeforeASlowOneCouldAnswer() {
        assertThat(SiteSchedule.forgetting(Duration.ofMinutes(1))).isEqualTo(IncidentRules.USUAL.forgetting());
        assertThat(SiteSchedule.forgetting(Duration.ofHours(1))).isEqualTo(Duration.ofHours(10));
        assertThat(SiteSchedule.forgetting(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void asksNoMorePlacesToAgreeThanThereAre() {
        IncidentRules both = new IncidentRules(2, 2, 2, 10, Duration.ofMinutes(10));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SiteSchedule(Duration.ofMinutes(1), both, List.of("eu"), List.of(), Optional.empty()))
                .withMessage("2 of 1 places must agree");
    }

    @Test
    void showsNobodyWhereItsHeartbeatGoes() {
        SiteSchedule schedule = new SiteSchedule(
                Duration.ofMinutes(1),
                IncidentRules.USUAL,
                List.of(),
                List.of(),
                Optional.of(new Secret("https://hc.example.com/5e55104f00d")));

        assertThat(schedule.toString()).doesNotContain("5e55104f00d");
    }

    private static SiteSchedule with(List<MaintenanceWindow> windows) {
        return new SiteSchedule(Duration.ofMinutes(1), IncidentRules.USUAL, List.of(), windows, Optional.empty());
    }
}
