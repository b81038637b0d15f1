package dev.smokerunner.anomaly.rule;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * The newest ten are of another distribution than the fifty before them, by the test of Kolmogorov and Smirnov: p below 5 % and a
 * distance above a half. Skyline asks a test of Dickey and Fuller whether the fifty stand still at all; here the two halves of
 * them must be alike, by the same test.
 */
record TwoSamples() implements Rule {
    private static final int NEWEST = 10;
    private static final int REFERENCE = 50;
    private static final double LEVEL = 0.05;
    private static final double DISTANCE = 0.5;

    @Override
    public String name() {
        return "ks-test";
    }

    @Override
    public int fewest() {
        return NEWEST + REFERENCE;
    }

    @Override
    public Vote judge(Sample sample) {
        int end = sample.size();
        int begin = end - NEWEST - REFERENCE;
        KolmogorovSmirnovTest test = KolmogorovSmirnovTest.withDefaults();
        double[] reference = sample.part(begin, end - NEWEST);
        var result = test.test(reference, sample.part(end - NEWEST, end));
        boolean isOther = result.getStatistic() > DISTANCE && result.getPValue() < LEVEL;
        boolean standsStill = !isOther
                || test.test(
                                        sample.part(begin, begin + REFERENCE / 2),
                                        sample.part(begin + REFERENCE / 2, end - NEWEST))
                                .getPValue()
                        >= LEVEL;
        return new Vote(name(), Ballot.of(isOther && standsStill), result.getStatistic(), DISTANCE);
    }
}
