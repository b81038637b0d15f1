package dev.smokerunner.anomaly.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * Skyline's rules as they are (etsy/skyline, algorithms.py of 2015), on the last 24 hours of minutes, with their quirks: the median
 * deviation votes unless it is 0 and never against, Grubbs looks upwards only, a consensus is six of nine. Its test of Dickey and
 * Fuller is with a fixed lag of one.
 */
final class OriginalSkyline implements Detector {
    private static final int DAY = 1440;
    private static final int CONSENSUS = 6;
    private static final int BOREDOM = 100;
    private static final int RULES = 9;
    /** Of Dickey and Fuller, with a constant, for fifty numbers at 5 %. */
    private static final double STATIONARY = -2.92;

    private final double[] values;
    private double[] day = new double[0];
    private double mean;
    private double deviation;
    private double tail;

    OriginalSkyline(double[] values) {
        this.values = values;
    }

    @Override
    public String name() {
        return "Skyline, original";
    }

    @Override
    public boolean alarms(int minute) {
        if (minute < DAY) {
            return false;
        }
        day = Arrays.copyOfRange(values, minute + 1 - DAY, minute + 1);
        if (isBoring()) {
            return false;
        }
        mean = mean(day, 0, DAY);
        deviation = deviation(day, 0, DAY);
        tail = mean(day, DAY - 3, DAY);
        int votes = 0;
        for (int rule = 0; rule < RULES && votes + RULES - rule >= CONSENSUS; rule++) {
            votes += votes(rule) ? 1 : 0;
        }
        return votes >= CONSENSUS;
    }

    private boolean isBoring() {
        for (int i = DAY - BOREDOM; i < DAY; i++) {
            if (day[i] != day[DAY - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The cheapest first. */
    private boolean votes(int rule) {
        return switch (rule) {
            case 0 -> Math.abs(tail - mean) > 3 * deviation;
            case 1 -> grubbs();
            case 2 -> Math.abs(tail - mean(day, 0, 60)) > 3 * deviation(day, 0, 60);
            case 3 -> Math.abs(day[DAY - 1] - mean(day, 0, DAY - 1)) > 3 * deviation(day, 0, DAY - 1);
            case 4 -> movingAverage();
            case 5 -> leastSquares();
            case 6 -> histogram();
            case 7 -> kolmogorovSmirnov();
            default -> medianDeviation();
        };
    }

    private boolean grubbs() {
        double t = TDistribution.of(DAY - 2).inverseSurvivalProbability(0.05 / (2 * DAY));
        double limit = (DAY - 1) / Math.sqrt(DAY) * Math.sqrt(t * t / (DAY - 2 + t * t));
        return (tail - mean) / deviation > limit;
    }

    private boolean movingAverage() {
        double weight = 0;
        double average = 0;
        double squares = 0;
        for (double value : day) {
            weight = weight * 50 / 51 + 1;
            double step = value - average;
            average += step / weight;
            squares = squares * 50 / 51 + step * (value - average);
        }
        return Math.abs(day[DAY - 1] - average) > 3 * Math.sqrt(squares / weight);
    }

    private boolean leastSquares() {
        double together = 0;
        double times = 0;
        for (int i = 0; i < DAY; i++) {
            double at = i - (DAY - 1) / 2.0;
            together += at * (day[i] - mean);
            times += at * at;
        }
        double squares = 0;
        double last = 0;
        for (int i = 0; i < DAY; i++) {
            double off = day[i] - mean - together / times * (i - (DAY - 1) / 2.0);
            squares += off * off;
            last += i >= DAY - 3 ? off / 3 : 0;
        }
        double spread = Math.sqrt(squares / DAY);
        return Math.abs(last) > 3 * spread && Math.round(spread) != 0 && Math.round(last) != 0;
    }

    private boolean histogram() {
        double least = Arrays.stream(day).min().orElse(0);
        double width = (Arrays.stream(day).max().orElse(0) - least) / 15;
        int[] bins = new int[15];
        for (double value : day) {
            bins[(int) Math.min(14, (value - least) / width)]++;
        }
        return tail >= least && bins[(int) Math.min(14, (tail - least) / width)] <= 20;
    }

    private boolean kolmogorovSmirnov() {
        // Ten minutes of a number a minute are fewer than the twenty that it asks for.
        double[] newest = Arrays.copyOfRange(day, DAY - 10, DAY);
        if (newest.length < 20) {
            return false;
        }
        double[] reference = Arrays.copyOfRange(day, DAY - 60, DAY - 10);
        var result = KolmogorovSmirnovTest.withDefaults().test(reference, newest);
        return result.getPValue() < 0.05 && result.getStatistic() > 0.5 && isStationary(reference);
    }

    private static boolean isStationary(double[] numbers) {
        double before = 0;
        double steps = 0;
        int size = numbers.length - 1;
        for (int i = 0; i < size; i++) {
            before += numbers[i] / size;
            steps += (numbers[i + 1] - numbers[i]) / size;
        }
        double together = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            together += (numbers[i] - before) * (numbers[i + 1] - numbers[i] - steps);
            squares += (numbers[i] - before) * (numbers[i] - before);
        }
        double slope = together / squares;
        double left = 0;
        for (int i = 0; i < size; i++) {
            double off = numbers[i + 1] - numbers[i] - steps - slope * (numbers[i] - before);
            left += off * off;
        }
        return slope / Math.sqrt(left / (size - 2) / squares) < STATIONARY;
    }

    private boolean medianDeviation() {
        double[] sorted = day.clone();
        Arrays.sort(sorted);
        double median = (sorted[DAY / 2 - 1] + sorted[DAY / 2]) / 2;
        double[] distances = Arrays.stream(day)
                .map(value -> Math.abs(value - median))
                .sorted()
                .toArray();
        // None is not False: where it is usual it counts as a vote all the same.
        return (distances[DAY / 2 - 1] + distances[DAY / 2]) / 2 != 0;
    }

    private static double mean(double[] numbers, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += numbers[i];
        }
        return sum / (until - from);
    }

    private static double deviation(double[] numbers, int from, int until) {
        double middle = mean(numbers, from, until);
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += (numbers[i] - middle) * (numbers[i] - middle);
        }
        return Math.sqrt(sum / (until - from - 1));
    }
}
