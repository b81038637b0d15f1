package dev.smokerunner.anomaly.rule;

/**
 * The newest ones are more than three standard deviations from the first hour of the sample, which is a day ago where it holds a
 * day. Where it holds less than two hours the first hour tells nothing of its own.
 */
record FirstHourAverage() implements Rule {
    private static final int FEWEST_IN_HOUR = 5;

    @Override
    public String name() {
        return "first-hour-average";
    }

    @Override
    public int fewest() {
        return FEWEST_IN_HOUR + Sample.TAIL;
    }

    @Override
    public Vote judge(Sample sample) {
        int until = 0;
        while (until < sample.size() && sample.hour(until) <= sample.hour(0) + 1) {
            until++;
        }
        boolean isShort = sample.lastHour() - sample.hour(0) < 2;
        double deviation = sample.deviation(0, until);
        return isShort || until < FEWEST_IN_HOUR || deviation == 0
                ? Vote.abstains(name())
                : Vote.above(name(), Math.abs(sample.tail() - sample.mean(0, until)) / deviation, 3);
    }
}
