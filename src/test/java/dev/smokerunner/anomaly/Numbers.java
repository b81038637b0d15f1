package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.season.WallClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

/** A series of a number a minute that is judged as it comes. */
final class Numbers {
    /** A Monday. */
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    static final int DAY = 1440;
    static final int WEEK = 7 * DAY;

    private final Random chance = new Random(7);
    private final Judge judge;
    private final List<Judgement> judgements = new ArrayList<>();
    private int minute;

    Numbers(Measure measure) {
        this(measure, WallClock.UTC);
    }

    Numbers(Measure measure, WallClock clock) {
        judge = new Judge(Settings.of(measure, clock));
    }

    /** So many minutes in which events come by chance, at a rate that depends on the minute. */
    Numbers counts(int minutes, LongToDoubleFunction rate) {
        return add(minutes, at -> poisson(rate.applyAsDouble(at)));
    }

    /** So many minutes in which something takes about so long. */
    Numbers times(int minutes, double millis) {
        return add(minutes, at -> millis * Math.exp(0.1 * chance.nextGaussian()));
    }

    Numbers add(int minutes, LongToDoubleFunction value) {
        for (int i = 0; i < minutes; i++) {
            judgements.add(judge.judge(new Point(now(), value.applyAsDouble(minute))));
            minute++;
        }
        return this;
    }

    Numbers release(String version) {
        judge.release(new Release(now(), version));
        return this;
    }

    Instant now() {
        return START.plusSeconds(60L * minute);
    }

    Judgement newest() {
        return judgements.get(judgements.size() - 1);
    }

    List<Judgement> all() {
        return judgements;
    }

    /** The anomalies of all of it. */
    List<Episode> anomalies() {
        return Episode.of(judgements).stream().filter(Episode::isConfirmed).toList();
    }

    /** By day ten times as many as by night, and on Sundays a third, from the early hours on. */
    static double shop(long minute, double peak) {
        double hour = minute % DAY / 60.0;
        double day = 0.55 - 0.45 * Math.cos((hour - 3) / 24 * 2 * Math.PI);
        double early = Math.min(1, hour / 3);
        double sunday = minute / DAY % 7 == 6 ? early : minute / DAY % 7 == 0 ? 1 - early : 0;
        return peak * day * (1 - 0.67 * sunday);
    }

    /** A Wednesday on which people do what they do on Sundays. */
    static double holiday(long wednesday, double peak) {
        return shop(wednesday + 4 * DAY, peak);
    }

    private double poisson(double mean) {
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
