package dev.smokerunner.anomaly.evaluation;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/**
 * How small a site may be for its drops to be found in time: the small site with some times its visitors, of two years each.
 *
 * @param times so many times its visitors
 * @param healthySeed of the first healthy year; the troubles of a year have the seed after that of the year
 */
record Sizes(double times, long healthySeed) implements Callable<String> {
    static final double[] TIMES = {1, 2, 4, 8};
    static final String HEAD = """
            | views a day | false alarms a week | drop to zero, within 30 min | longest | drop to 30 %, within 30 min | longest |
            |---:|---:|---:|---:|---:|---:|
            """;
    private static final int YEARS = 2;

    /** A line of the table. */
    @Override
    public String call() {
        double views = 0;
        double falseAlarms = 0;
        int[] zero = new int[3];
        int[] drop = new int[3];
        for (int year = 0; year < YEARS; year++) {
            Labelled healthy = Labelled.healthy(Site.SMALL, times, healthySeed + 2 * year);
            views += DoubleStream.of(healthy.values()).average().orElseThrow() * 1440;
            falseAlarms +=
                    Score.of(healthy, new SmokeDetector(healthy, Site.HOLIDAYS)).falseAlarmsAWeek();
            Labelled broken = healthy.withTroubles(healthySeed + 2 * year + 1);
            Score score = Score.of(broken, new SmokeDetector(broken, Site.HOLIDAYS));
            score.add(Trouble.DROP_TO_ZERO, Site.SMALL.minutesToFindADrop(), zero);
            score.add(Trouble.DROP, Site.SMALL.minutesToFindADrop(), drop);
        }
        return String.format(
                Locale.ROOT,
                "| %,.0f | %.2f | %d of %d | %d min | %d of %d | %d min |%n",
                views / YEARS,
                falseAlarms / YEARS,
                zero[0],
                zero[1],
                zero[2],
                drop[0],
                drop[1],
                drop[2]);
    }
}
