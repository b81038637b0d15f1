package dev.smokerunner.anomaly.rule;

/**
 * The newest ones fall into a bin, of fifteen between the least and the greatest, that holds almost none of the others. Skyline's
 * limit of 20 numbers is of a thousand and more, so here it is one in fifty; and the newest are not counted themselves.
 */
record HistogramBins() implements Rule {
    private static final int BINS = 15;
    private static final double RARE = 0.02;

    @Override
    public String name() {
        return "histogram-bins";
    }

    @Override
    public int fewest() {
        return 100;
    }

    @Override
    public Vote judge(Sample sample) {
        int before = sample.tailBegin();
        double least = sample.tail();
        double greatest = sample.tail();
        for (int i = 0; i < before; i++) {
            least = Math.min(least, sample.value(i));
            greatest = Math.max(greatest, sample.value(i));
        }
        double width = (greatest - least) / BINS;
        if (width == 0) {
            return new Vote(name(), Ballot.USUAL, 0, RARE);
        }
        int bin = bin(sample.tail(), least, width);
        int others = 0;
        for (int i = 0; i < before; i++) {
            others += bin(sample.value(i), least, width) == bin ? 1 : 0;
        }
        double share = (double) others / before;
        return new Vote(name(), Ballot.of(share <= RARE), share, RARE);
    }

    private static int bin(double value, double least, double width) {
        return Math.min(BINS - 1, (int) ((value - least) / width));
    }
}
