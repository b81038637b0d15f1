package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import java.util.Optional;

/** Notices what changes too slowly to be seen at once: that for hours the level is another one than in the weeks before. */
final class Drift {
    /** Two hours, where there is a number a minute. */
    private static final int LONG = 120;

    /** Events to be expected lately for a level to say anything of today. */
    private static final double ENOUGH = 10;

    private static final int LATELY = 30;

    private final Measure measure;
    private final Recent recent;
    private final double leastChange;
    private int lasted;

    Drift(Measure measure, Recent recent, double leastChange) {
        this.measure = measure;
        this.recent = recent;
        this.leastChange = leastChange;
    }

    /**
     * What has become another one.
     *
     * @param level today's, on the scale of {@link Measure#step}
     * @param isOtherDay whether other things are usual today
     */
    Optional<Departure> at(double level, boolean isOtherDay) {
        int points = Math.min(LONG, recent.size());
        double usual = recent.usual(points);
        double change = measure.change(level, usual);
        boolean canTell = measure != Measure.COUNTS || recent.usual(LATELY) >= ENOUGH;
        lasted = Math.abs(change) >= leastChange && canTell && !isOtherDay ? lasted + 1 : 0;
        return lasted < LONG ? Optional.empty() : Optional.of(departure(Kind.DRIFT, points, change, level));
    }

    /** What says that numbers are always the same. */
    Departure stuck(int same) {
        return departure(Kind.STUCK, Math.min(same, recent.size()), 0, same);
    }

    private Departure departure(Kind kind, int points, double change, double score) {
        return new Departure(
                kind,
                points,
                measure.told(recent.actual(points)),
                Expected.of(measure.told(recent.usual(points))),
                change,
                score,
                Severities.of(measure, kind, change),
                Optional.empty());
    }
}
