package dev.smokerunner.anomaly.rule;

import java.util.List;

/** All rules, in Skyline's order. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new FirstHourAverage(),
            new MeanSubtraction(),
            new StandardDeviation(),
            new MovingAverage(),
            new LeastSquares(),
            new Grubbs(),
            new HistogramBins(),
            new MedianDeviation(),
            new TwoSamples());

    private Rules() {}

    /** What each says of the newest numbers of a sample. */
    public static Consensus vote(Sample sample) {
        return new Consensus(ALL.stream().map(rule -> rule.vote(sample)).toList());
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(Rule::name).toList();
    }
}
