package dev.smokerunner.anomaly.rule;

/** The newest one is more than three standard deviations from the mean of all before it. */
record MeanSubtraction() implements Rule {

    @Override
    public String name() {
        return "mean-subtraction-cumulation";
    }

    @Override
    public int fewest() {
        return 10;
    }

    @Override
    public Vote judge(Sample sample) {
        int before = sample.size() - 1;
        double deviation = sample.deviation(0, before);
        return deviation == 0
                ? new Vote(name(), Ballot.of(sample.last() != sample.mean(0, before)), 0, 0)
                : Vote.above(name(), Math.abs(sample.last() - sample.mean(0, before)) / deviation, 3);
    }
}
