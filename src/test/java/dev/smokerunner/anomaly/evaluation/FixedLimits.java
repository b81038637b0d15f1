package dev.smokerunner.anomaly.evaluation;

/**
 * What a team sets up in an afternoon: the mean of five minutes is below half of the least, or above twice the greatest, that it was
 * in the first five weeks; and nothing at all for ten minutes, where that never was.
 */
final class FixedLimits implements Detector {
    private static final int TOGETHER = 5;
    private static final int SILENT = 10;
    private static final int LEARNT = 5 * Labelled.WEEK;

    private final double[] values;
    private final double low;
    private final double high;
    private final int longestSilence;

    FixedLimits(double[] values) {
        this.values = values;
        double least = Double.MAX_VALUE;
        double greatest = 0;
        int longest = 0;
        int silent = 0;
        for (int i = TOGETHER; i < LEARNT; i++) {
            double mean = mean(i);
            least = Math.min(least, mean);
            greatest = Math.max(greatest, mean);
            silent = values[i] == 0 ? silent + 1 : 0;
            longest = Math.max(longest, silent);
        }
        this.low = least / 2;
        this.high = greatest * 2;
        this.longestSilence = Math.max(SILENT, longest + 1);
    }

    @Override
    public String name() {
        return "fixed limits";
    }

    @Override
    public boolean alarms(int minute) {
        if (minute < LEARNT) {
            return false;
        }
        double mean = mean(minute);
        return mean < low || mean > high || isSilent(minute);
    }

    private boolean isSilent(int minute) {
        for (int i = minute - longestSilence; i <= minute; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private double mean(int minute) {
        double sum = 0;
        for (int i = minute - TOGETHER + 1; i <= minute; i++) {
            sum += values[i] / TOGETHER;
        }
        return sum;
    }
}
