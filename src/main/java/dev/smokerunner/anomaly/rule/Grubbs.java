package dev.smokerunner.anomaly.rule;

import org.apache.commons.statistics.distribution.TDistribution;

/** The newest ones are an outlier by Grubbs' test at 5 %, on either side; Skyline's looks upwards only. */
record Grubbs() implements Rule {
    private static final double LEVEL = 0.05;

    @Override
    public String name() {
        return "grubbs";
    }

    @Override
    public int fewest() {
        return 20;
    }

    @Override
    public Vote judge(Sample sample) {
        int size = sample.size();
        double t = TDistribution.of(size - 2).inverseSurvivalProbability(LEVEL / (2 * size));
        double limit = (size - 1) / Math.sqrt(size) * Math.sqrt(t * t / (size - 2 + t * t));
        return sample.deviation() == 0
                ? new Vote(name(), Ballot.USUAL, 0, limit)
                : Vote.above(name(), Math.abs(sample.tail() - sample.mean()) / sample.deviation(), limit);
    }
}
