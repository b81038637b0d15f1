package dev.smokerunner.anomaly.rule;

/** The newest ones are on average more than three standard deviations from the straight line through all, by their own times. */
record LeastSquares() implements Rule {

    @Override
    public String name() {
        return "least-squares";
    }

    @Override
    public int fewest() {
        return 30;
    }

    @Override
    public Vote judge(Sample sample) {
        double middle = 0;
        for (int i = 0; i < sample.size(); i++) {
            middle += sample.hour(i) / sample.size();
        }
        double together = 0;
        double times = 0;
        for (int i = 0; i < sample.size(); i++) {
            double hour = sample.hour(i) - middle;
            together += hour * (sample.value(i) - sample.mean());
            times += hour * hour;
        }
        double slope = times == 0 ? 0 : together / times;
        double squares = 0;
        double tail = 0;
        for (int i = 0; i < sample.size(); i++) {
            double off = sample.value(i) - sample.mean() - slope * (sample.hour(i) - middle);
            squares += off * off;
            tail += i >= sample.tailBegin() ? off / (sample.size() - sample.tailBegin()) : 0;
        }
        double deviation = Math.sqrt(squares / sample.size());
        // A straight line leaves no more than what rounding leaves.
        return deviation <= 1e-12 * Math.abs(sample.mean())
                ? new Vote(name(), Ballot.USUAL, 0, 3)
                : Vote.above(name(), Math.abs(tail) / deviation, 3);
    }
}
