package dev.smokerunner.anomaly.rule;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the rules say together.
 *
 * @param votes the vote of each
 */
public record Consensus(List<Vote> votes) {
    /** Six of nine, as in Skyline, of those that do not abstain. */
    private static final double AGREEMENT = 6.0 / 9;
    /** With fewer than that the second opinion decides. */
    private static final double MAJORITY = 0.5;

    private static final int FEWEST_VOTES = 4;

    /** Copies the list. */
    public Consensus {
        votes = List.copyOf(votes);
    }

    /** Whether enough rules can say anything. */
    public boolean isQuorate() {
        return cast() >= FEWEST_VOTES;
    }

    /** What part of the rules that do not abstain takes it for anomalous; 0 where too few say anything. */
    public double share() {
        return isQuorate() ? (double) against() / cast() : 0;
    }

    /** Whether they agree that it is anomalous, or the second opinion does where they are divided. */
    public boolean isAgreed(Supplier<Vote> second) {
        return share() >= AGREEMENT || share() >= MAJORITY && second.get().ballot() == Ballot.ANOMALOUS;
    }

    /** Whether so many take it for anomalous that a second opinion is of use. */
    public boolean isDivided() {
        return isQuorate() && share() >= MAJORITY;
    }

    /** How many take it for anomalous. */
    public int against() {
        return count(Ballot.ANOMALOUS);
    }

    /** How many do not abstain. */
    public int cast() {
        return votes.size() - count(Ballot.ABSTAINS);
    }

    private int count(Ballot ballot) {
        return (int) votes.stream().filter(vote -> vote.ballot() == ballot).count();
    }
}
