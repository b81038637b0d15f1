package dev.smokerunner.anomaly;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** Whether numbers since a release are others than those before it. */
final class StepTest {
    /** Numbers that follow each other are alike, so what chance does is more than the test takes it for. */
    private static final double LEVEL = 1e-5;
    /** Above 0.474 the difference is called large; by Romano and others, 2006. */
    private static final double LARGE = 0.6;
    /** Of a normal distribution, for 95 %. */
    private static final double QUANTILE = 1.96;

    private StepTest() {}

    /** Compares two samples. */
    static Step of(Release release, double[] before, double[] after) {
        double probability = MannWhitneyUTest.withDefaults().test(after, before).getPValue();
        double[] ofAfter = dominance(after, before);
        double[] ofBefore = dominance(before, after);
        double delta = mean(ofAfter);
        double error = Math.sqrt(variance(ofAfter) / after.length + variance(ofBefore) / before.length);
        return new Step(
                release,
                probability,
                delta,
                Math.max(-1, delta - QUANTILE * error),
                Math.min(1, delta + QUANTILE * error));
    }

    static boolean isClear(Step step) {
        return step.probability() < LEVEL && Math.abs(step.delta()) >= LARGE && step.low() * step.high() > 0;
    }

    /** For each number: how much more often it is the greater one than the less. */
    private static double[] dominance(double[] ones, double[] others) {
        double[] dominance = new double[ones.length];
        for (int i = 0; i < ones.length; i++) {
            double sum = 0;
            for (double other : others) {
                sum += Math.signum(ones[i] - other);
            }
            dominance[i] = sum / others.length;
        }
        return dominance;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length > 1 ? sum / (values.length - 1) : 0;
    }
}
