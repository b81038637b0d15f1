package dev.smokerunner.anomaly.forest;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import dev.smokerunner.anomaly.rule.Vote;

/**
 * Whether the newest numbers lie where few of the others do, by a random cut forest that is grown of them each time: the same
 * numbers get the same answer. Growing one of a day of minutes takes some dozens of milliseconds, so it is asked where the rules are
 * not agreed.
 */
public final class CutForest {
    /** Its name as one who votes. */
    public static final String NAME = "random-cut-forest";

    /** Numbers in a row are seen as one point. */
    private static final int SHINGLE = 4;

    private static final int TREES = 30;
    private static final int FEWEST = 100;
    private static final long SEED = 20151014;

    private CutForest() {}

    /**
     * What it says of the newest ones.
     *
     * @param values numbers in the order of time
     * @param newest how many of them are in question
     */
    public static Vote vote(double[] values, int newest) {
        if (values.length < FEWEST) {
            return Vote.abstains(NAME);
        }
        ThresholdedRandomCutForest forest = ThresholdedRandomCutForest.builder()
                .dimensions(SHINGLE)
                .shingleSize(SHINGLE)
                .numberOfTrees(TREES)
                .randomSeed(SEED)
                .build();
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double grade = forest.process(new double[] {values[i]}, i).getAnomalyGrade();
            worst = i >= values.length - newest ? Math.max(worst, grade) : 0;
        }
        return Vote.above(NAME, worst, 0);
    }
}
