package dev.smokerunner.anomaly.rule;

/** What a rule says of the newest numbers of a sample. */
public enum Ballot {
    /** They are unlike the others. */
    ANOMALOUS,
    /** They are like the others. */
    USUAL,
    /** There are too few numbers to say; counts neither for nor against. */
    ABSTAINS;

    /** {@link #ANOMALOUS} or {@link #USUAL}. */
    static Ballot of(boolean isAnomalous) {
        return isAnomalous ? ANOMALOUS : USUAL;
    }
}
