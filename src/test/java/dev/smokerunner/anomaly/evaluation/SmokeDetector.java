package dev.smokerunner.anomaly.evaluation;

import dev.smokerunner.anomaly.Judge;
import dev.smokerunner.anomaly.Outcome;
import dev.smokerunner.anomaly.Settings;
import dev.smokerunner.anomaly.season.WallClock;
import java.time.LocalDate;
import java.util.Set;

/** Ours. */
final class SmokeDetector implements Detector {
    private final Labelled series;
    private final Judge judge;

    /**
     * With the usual settings.
     *
     * @param holidays the holidays that it is told of
     */
    SmokeDetector(Labelled series, Set<LocalDate> holidays) {
        this.series = series;
        this.judge = new Judge(Settings.of(series.measure(), new WallClock(Site.ZONE, holidays)));
        series.releases().forEach(judge::release);
    }

    @Override
    public String name() {
        return "Smoke Runner";
    }

    @Override
    public boolean alarms(int minute) {
        return judge.judge(series.point(minute)).outcome() == Outcome.ANOMALY;
    }
}
