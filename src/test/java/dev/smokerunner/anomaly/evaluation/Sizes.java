package dev.smokerunner.anomaly.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;

/**
 * Whether drops are found in time, on sites of several sizes.
 *
 * @param site of which kind
 * @param times so many times its visitors
 * @param healthySeed of the first healthy year; the troubles of a year have the seed after that of the year
 */
record Sizes(Site site, double times, long healthySeed) implements Callable<String> {
    static final String HEAD = """
            | views a day | within | false alarms a week | drop to zero, in time | longest | drop to 30 %, in time | longest |
            |---:|---:|---:|---:|---:|---:|---:|
            """;
    private static final int YEARS = 4;

    /** The small site with some times its visitors, and the large one. */
    static List<Sizes> all(long healthySeed) {
        List<Sizes> all = new ArrayList<>();
        for (double times : new double[] {1, 2, 4, 8}) {
            all.add(new Sizes(Site.SMALL, times, healthySeed));
        }
        all.add(new Sizes(Site.LARGE, 1, healthySeed));
        return all;
    }

    /** A line of the table. */
    @Override
    public String call() {
        double views = 0;
        double falseAlarms = 0;
        int[] zero = new int[3];
        int[] drop = new int[3];
        for (int year = 0; year < YEARS; year++) {
            Labelled healthy = Labelled.healthy(site, times, healthySeed + 2 * year);
            views += DoubleStream.of(healthy.values()).average().orElseThrow() * 1440;
            falseAlarms +=
                    Score.of(healthy, new SmokeDetector(healthy, Site.HOLIDAYS)).falseAlarmsAWeek();
            Labelled broken = healthy.withTroubles(healthySeed + 2 * year + 1);
            Score score = Score.of(broken, new SmokeDetector(broken, Site.HOLIDAYS));
            score.add(Trouble.DROP_TO_ZERO, site.minutesToFindADrop(), zero);
            score.add(Trouble.DROP, site.minutesToFindADrop(), drop);
        }
        return String.format(
                Locale.ROOT,
                "| %,.0f | %d min | %.2f | %d of %d | %d min | %d of %d | %d min |%n",
                views / YEARS,
                site.minutesToFindADrop(),
                falseAlarms / YEARS,
                zero[0],
                zero[1],
                zero[2],
                drop[0],
                drop[1],
                drop[2]);
    }
}
