package dev.smokerunner.anomaly.rule;

/**
 * The newest one is more than three standard deviations from the average in which each number weighs 50/51 of the next one. It is
 * left out of that average, in which it would hide.
 */
record MovingAverage() implements Rule {
    /** Skyline's centre of mass of 50. */
    private static final double DECAY = 50.0 / 51;

    @Override
    public String name() {
        return "stddev-from-moving-average";
    }

    @Override
    public int fewest() {
        return 20;
    }

    @Override
    public Vote judge(Sample sample) {
        double weight = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < sample.size() - 1; i++) {
            weight = weight * DECAY + 1;
            double step = sample.value(i) - mean;
            mean += step / weight;
            squares = squares * DECAY + step * (sample.value(i) - mean);
        }
        double deviation = Math.sqrt(squares / weight);
        return deviation == 0
                ? new Vote(name(), Ballot.of(sample.last() != mean), 0, 0)
                : Vote.above(name(), Math.abs(sample.last() - mean) / deviation, 3);
    }
}
