package dev.smokerunner.anomaly.rule;

/**
 * What a rule says, and by how much.
 *
 * @param rule its name
 * @param ballot what it says
 * @param score what it measured; 0 where it abstains
 * @param limit beyond which it takes a score for anomalous; 0 where it abstains
 */
public record Vote(String rule, Ballot ballot, double score, double limit) {

    /** Says nothing. */
    public static Vote abstains(String rule) {
        return new Vote(rule, Ballot.ABSTAINS, 0, 0);
    }

    /** Anomalous where a score is beyond its limit. */
    public static Vote above(String rule, double score, double limit) {
        return new Vote(rule, Ballot.of(score > limit), score, limit);
    }
}
