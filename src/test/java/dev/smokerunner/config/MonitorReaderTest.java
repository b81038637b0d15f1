package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.schedule.MaintenanceWindow.Once;
import dev.smokerunner.schedule.MaintenanceWindow.Recurring;
import dev.smokerunner.schedule.SiteSchedule;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorReaderTest {
    private static final Path CONFIGS = Path.of("src/test/resources/config/accepted");
    private static final String HEARTBEAT = "https://hc.example.com/5e55104f00d";

    @TempDir
    private Path temp;

    @Test
    void readsEveryKey() throws ConfigException {
        SiteSchedule schedule =
                new ConfigFile(CONFIGS.resolve("every-key.yaml"), name -> Optional.of(HEARTBEAT)).schedule();

        assertThat(schedule)
                .isEqualTo(new SiteSchedule(
                        Duration.ofSeconds(30),
                        new IncidentRules(3, 4, 2, 20, Duration.ofMinutes(5)),
                        List.of("eu", "us"),
                        List.of(
                                Recurring.weekly(
                                        DayOfWeek.SUNDAY,
                                        LocalTime.of(2, 0),
                                        Duration.ofHours(1),
                                        ZoneId.of("Europe/Berlin")),
                                Recurring.daily(LocalTime.of(23, 30), Duration.ofMinutes(45), ZoneOffset.UTC),
                                new Once(LocalDateTime.of(2026, 12, 24, 20, 0), Duration.ofHours(4), ZoneOffset.UTC)),
                        Optional.of(new Secret(HEARTBEAT))));
    }

    @Test
    void watchesAsUsualWhereNothingIsSaid() throws ConfigException, IOException {
        assertThat(read("")).isEqualTo(SiteSchedule.USUAL);
        assertThat(read("monitor: {}\n")).isEqualTo(SiteSchedule.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sun 02:00", "Sunday 02:00", "SUN  02:00:00"})
    void takesWeekdaysAsPeopleWriteThem(String every) throws ConfigException, IOException {
        assertThat(read("monitor: {maintenance: [{every: \"" + every + "\", for: 1h}]}\n")
                        .maintenance())
                .containsExactly(
                        Recurring.weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 0), Duration.ofHours(1), ZoneOffset.UTC));
    }

    private SiteSchedule read(String monitor) throws ConfigException, IOException {
        Path file = Files.writeString(
                temp.resolve("site.yaml"),
                "name: signup\nenvironments: {production: {url: https://www.example.com/}}\n" + monitor);
        return new ConfigFile(file, name -> Optional.empty()).schedule();
    }
}
