package dev.smokerunner.anomaly.rule;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Numbers in the order of time, at any distance from each other. What several rules need of them is worked out once.
 */
public final class Sample {
    /** So many of the newest are what Skyline judges in most of its rules. */
    public static final int TAIL = 3;

    private final int tail;
    private final double[] hours;
    private final double[] values;
    private final double mean;
    private final double deviation;

    /**
     * A sample.
     *
     * @param hours when each was measured, in hours since any moment; ascending
     * @param values the numbers, as many
     * @param tail how many of the newest are judged together, {@link #TAIL} in Skyline
     */
    public Sample(double[] hours, double[] values, int tail) {
        if (hours.length != values.length) {
            throw new IllegalArgumentException(hours.length + " times for " + values.length + " values");
        }
        this.tail = tail;
        this.hours = hours.clone();
        this.values = values.clone();
        this.mean = mean(values, 0, values.length);
        this.deviation = deviation(values, 0, values.length);
    }

    /** All numbers. */
    public double[] values() {
        return values.clone();
    }

    int size() {
        return values.length;
    }

    double value(int index) {
        return values[index];
    }

    double hour(int index) {
        return hours[index];
    }

    double last() {
        return values[values.length - 1];
    }

    double lastHour() {
        return hours[hours.length - 1];
    }

    /** The mean of the newest ones that are judged. */
    double tail() {
        return mean(values, tailBegin(), values.length);
    }

    /** The index of the first of them. */
    int tailBegin() {
        return Math.max(0, values.length - tail);
    }

    double mean() {
        return mean;
    }

    /** The standard deviation of all, of a sample: divided by one less than there are. */
    double deviation() {
        return deviation;
    }

    double mean(int from, int until) {
        return mean(values, from, until);
    }

    double deviation(int from, int until) {
        return deviation(values, from, until);
    }

    double[] part(int from, int until) {
        return Arrays.copyOfRange(values, from, until);
    }

    double median() {
        return Median.withDefaults().evaluate(values);
    }

    /**
     * How far numbers usually are from their median, comparable to a standard deviation. By the median of the distances, and
     * where more than half are equal by their mean.
     */
    public static double spread(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double middle = Median.withDefaults().evaluate(values);
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
        double byMedian = 1.4826 * Median.withDefaults().evaluate(distances);
        return byMedian > 0
                ? byMedian
                : 1.2533 * Arrays.stream(distances).average().orElse(0);
    }

    private static double mean(double[] values, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
        }
        return until > from ? sum / (until - from) : 0;
    }

    private static double deviation(double[] values, int from, int until) {
        double middle = mean(values, from, until);
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += (values[i] - middle) * (values[i] - middle);
        }
        return until - from > 1 ? Math.sqrt(sum / (until - from - 1)) : 0;
    }
}
