package dev.smokerunner.anomaly.rule;

/** The newest ones are more than three standard deviations from the mean of all. */
record StandardDeviation() implements Rule {

    @Override
    public String name() {
        return "stddev-from-average";
    }

    /** Of fewer than eleven, no one can be three standard deviations off. */
    @Override
    public int fewest() {
        return 30;
    }

    @Override
    public Vote judge(Sample sample) {
        return sample.deviation() == 0
                ? new Vote(name(), Ballot.USUAL, 0, 3)
                : Vote.above(name(), Math.abs(sample.tail() - sample.mean()) / sample.deviation(), 3);
    }
}
