package dev.smokerunner.anomaly.evaluation;

import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Point;
import dev.smokerunner.anomaly.Release;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A series of which it is known what is wrong with it.
 *
 * @param site whose it is
 * @param times so many times its visitors; 1 for the site as it is
 * @param measure what its numbers are
 * @param values a number a minute
 * @param labels what is wrong, in order; none of a healthy one
 */
record Labelled(Site site, double times, Measure measure, double[] values, List<Label> labels) {
    static final int WEEK = 7 * 1440;
    private static final int MINUTES = 52 * WEEK;
    private static final Instant START = Site.FIRST_DAY.atStartOfDay(Site.ZONE).toInstant();
    /** Troubles begin when five weeks are known, and are at least three days apart. */
    private static final int FIRST = 5 * WEEK;

    private static final int APART = 3 * 1440;
    private static final int HARMLESS = 5 * 1440 + 5 * 60;

    /** A healthy year. */
    static Labelled healthy(Site site, Measure measure, long seed) {
        Random chance = new Random(seed);
        double[] values = measure == Measure.COUNTS ? counts(site, 1, chance) : times(site, chance);
        return new Labelled(site, 1, measure, values, List.of());
    }

    /** A healthy year of a site that has more visitors. */
    static Labelled healthy(Site site, double times, long seed) {
        return new Labelled(site, times, Measure.COUNTS, counts(site, times, new Random(seed)), List.of());
    }

    static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    Point point(int minute) {
        return new Point(at(minute), values[minute]);
    }

    /** Those that made a step; of a healthy year one every five days, at another hour each, that changed nothing. */
    List<Release> releases() {
        if (labels.isEmpty()) {
            return IntStream.range(0, MINUTES / HARMLESS)
                    .mapToObj(i -> new Release(at(FIRST + i * HARMLESS), "1." + i))
                    .toList();
        }
        return labels.stream()
                .filter(label -> label.kind() == Trouble.RELEASE_STEP)
                .map(label -> new Release(at(label.from()), "2." + label.from()))
                .toList();
    }

    /** The same year with troubles, one after the other in turn, by day where there is something to lose. */
    Labelled withTroubles(long seed) {
        Random chance = new Random(seed);
        double[] broken = values.clone();
        List<Label> labels = new ArrayList<>();
        List<Trouble> kinds = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            if (measure == Measure.COUNTS ? trouble.ofCounts : trouble.ofTimes()) {
                kinds.add(trouble);
            }
        }
        int at = FIRST;
        while (at + 2 * APART < MINUTES) {
            Trouble kind = kinds.get(labels.size() % kinds.size());
            at += APART + chance.nextInt(1440);
            while (at + APART < MINUTES && !fits(kind, at)) {
                at += 1 + chance.nextInt(240);
            }
            if (!fits(kind, at)) {
                break;
            }
            Label label = new Label(kind, at, at + kind.minutes);
            labels.add(label);
            for (int i = at; i < label.until() && i < MINUTES; i++) {
                broken[i] = measure == Measure.COUNTS ? kind.count(values, i, at, chance) : kind.time(values, i, at);
            }
            at = label.until();
        }
        return new Labelled(site, times, measure, broken, labels);
    }

    private boolean fits(Trouble kind, int at) {
        if (measure != Measure.COUNTS) {
            return true;
        }
        boolean isWorkingDay = usual(at) > site.enough() && usual(at + 45) > site.enough();
        ZonedDateTime start = at(at).atZone(Site.ZONE);
        return kind == Trouble.CHANGED_SEASON ? start.getHour() == 0 && usual(at + 720) > site.enough() : isWorkingDay;
    }

    private double usual(int minute) {
        return site.rate(at(minute).atZone(Site.ZONE));
    }

    private static double[] counts(Site site, double times, Random chance) {
        double[] counts = new double[MINUTES];
        double slow = 0;
        double mailing = 0;
        for (int i = 0; i < MINUTES; i++) {
            // A level that wanders by some 7 %, over hours; and once a month a mailing that brings as many again.
            slow = slow * 0.996 + chance.nextGaussian() * 0.0063;
            mailing = chance.nextInt(30 * 1440) == 0 ? 1.5 : mailing * 0.97;
            double rate = times * site.rate(at(i).atZone(Site.ZONE)) * Math.exp(slow) * (1 + mailing);
            counts[i] = site == Site.SMALL ? visits(rate, chance) : poisson(rate * gamma(site.burst, chance), chance);
        }
        return counts;
    }

    /** Visitors who look at three pages on average, the most of them within the minute. */
    private static double visits(double rate, Random chance) {
        double views = 0;
        for (double visitor = poisson(rate / 2, chance); visitor > 0; visitor--) {
            views += 1;
            while (chance.nextInt(2) == 0) {
                views++;
            }
        }
        return views;
    }

    private static double[] times(Site site, Random chance) {
        double[] times = new double[MINUTES];
        double slow = 0;
        double busiest = site.rate(at(FIRST).atZone(Site.ZONE).withHour(19));
        for (int i = 0; i < MINUTES; i++) {
            slow = slow * 0.99 + chance.nextGaussian() * 0.007;
            double load = Math.min(1.5, site.rate(at(i).atZone(Site.ZONE)) / Math.max(1e-9, busiest));
            double tail = chance.nextInt(80) == 0 ? 1.5 + 4 * chance.nextDouble() : 1;
            times[i] = Math.round(420 * (1 + 0.2 * load) * Math.exp(slow + 0.12 * chance.nextGaussian()) * tail);
        }
        return times;
    }

    private static double gamma(double variance, Random chance) {
        return Math.exp(Math.sqrt(variance) * chance.nextGaussian() - variance / 2);
    }

    private static double poisson(double mean, Random chance) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * chance.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = chance.nextDouble(); product > limit; product *= chance.nextDouble()) {
            count++;
        }
        return count;
    }
}
