package dev.smokerunner.anomaly.rule;

/**
 * The newest one is more than four standard deviations from the median, by what is usual of the distances from it: six times their
 * median, as in Skyline. Skyline's says nothing where more than half of the numbers are equal, and by an oversight votes against
 * whatever is usual.
 */
record MedianDeviation() implements Rule {
    /** Six medians of the distances, as a normal distribution has them. */
    private static final double LIMIT = 6 / 1.4826;

    @Override
    public String name() {
        return "median-absolute-deviation";
    }

    @Override
    public int fewest() {
        return 10;
    }

    @Override
    public Vote judge(Sample sample) {
        double spread = Sample.spread(sample.part(0, sample.size()));
        return spread == 0
                ? new Vote(name(), Ballot.USUAL, 0, LIMIT)
                : Vote.above(name(), Math.abs(sample.last() - sample.median()) / spread, LIMIT);
    }
}
