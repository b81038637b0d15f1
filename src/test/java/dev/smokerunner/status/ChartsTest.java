package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.Phases;
import dev.smokerunner.history.reading.Slot;
import dev.smokerunner.release.Release;
import dev.smokerunner.status.html.ChartView;
import dev.smokerunner.status.html.DayView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
    private static final Instant NOW = StatusSamples.NOW;
    private static final Instant BEGIN = NOW.minus(Duration.ofDays(1));

    @Test
    void drawEachPhaseAsALineWithGapsWhereNobodyLooked() {
        ResponseChart chart = new ResponseChart(BEGIN, NOW);
        Duration slot = chart.slot();

        ChartView view = chart.of(
                List.of(
                        slot(BEGIN, 1, 0, 200),
                        slot(BEGIN.plus(slot), 1, 0, 400),
                        slot(BEGIN.plus(slot.multipliedBy(120)), 1, 0, 100)),
                List.of(),
                List.of());

        assertThat(view.lines()).extracting(ChartView.Line::name).containsExactly("Ready");
        assertThat(view.lines().get(0).path()).isEqualTo("M2 120h0L6 0M502 180h0");
        assertThat(view.lines().get(0).latest()).isEqualTo("100 ms");
        assertThat(view.scale()).containsExactly("400 ms", "200 ms", "0 ms");
        assertThat(view.hours()).containsExactly("12:00", "18:00", "00:00", "06:00", "12:00");
    }

    @Test
    void markReleases() {
        ChartView view = new ResponseChart(BEGIN, NOW)
                .of(
                        List.of(),
                        List.of(),
                        List.of(new Release("signup", "production", "2.4", NOW.minus(Duration.ofHours(6)))));

        assertThat(view.marks()).containsExactly(new ChartView.Mark(750, "2.4", "2026-11-29 06:00 UTC"));
        assertThat(view.isEmpty()).isTrue();
    }

    @Test
    void drawADayInWhichTheWorstOfAQuarterCounts() {
        DayChart day = DayChart.upTo(NOW);

        DayView view =
                day.of(List.of(slot(day.from(), 14, 1, 100), slot(day.from().plus(DayChart.SLOT), 15, 0, 200)));

        assertThat(view.bars())
                .containsExactly(
                        new DayView.Bars("bad", "M1 20v-13h8v13z"), new DayView.Bars("good", "M11 20v-20h8v20z"));
        assertThat(view.words()).isEqualTo("Last 24 hours: 30 rounds, 1 failed.");
    }

    @Test
    void sayThatNobodyLooked() {
        assertThat(DayChart.upTo(NOW).of(List.of()).words()).isEqualTo("Nobody looked in the last 24 hours.");
    }

    /** What is over is read once, and yet nothing that came since is missed. */
    @Test
    void followWhatComes(@TempDir Path folder) throws HistoryException {
        try (StatusSamples samples = StatusSamples.empty(folder)) {
            samples.site("signup", "production");
            LastDay lastDay = new LastDay(samples.history().rounds());
            Availability availability = new Availability(samples.history().rounds());
            for (int hour = 0; hour < 30; hour++) {
                Instant now = NOW.plus(Duration.ofHours(hour));
                samples.round("good" + hour, "signup/production", now.minusSeconds(90), "pass", 100);
                samples.round("bad" + hour, "signup/production", now.minusSeconds(30), "fail", 100);

                List<Slot> slots = lastDay.of(DayChart.upTo(now), now).getOrDefault("signup/production", List.of());

                int shown = Math.min(hour + 1, 24);
                assertThat(slots.stream().mapToInt(Slot::failed).sum()).isEqualTo(shown);
                assertThat(slots.stream().mapToInt(Slot::passed).sum()).isEqualTo(shown);
                assertThat(availability.of(now).get("signup/production").failed())
                        .isEqualTo(hour + 1);
            }
        }
    }

    private static Slot slot(Instant begin, int passed, int failed, long readyMs) {
        return new Slot(
                begin,
                passed,
                failed,
                0,
                new Phases(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(readyMs))));
    }
}
