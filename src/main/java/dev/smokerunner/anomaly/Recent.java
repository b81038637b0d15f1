package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.rule.Sample;
import java.util.Arrays;

/**
 * The newest numbers of a series, with what was expected of each; on the scale on which they are learnt. What was taken for an
 * anomaly that is over is as if it had not been.
 */
final class Recent {
    /** A day, where there is one a minute. */
    static final int MOST = 1440;

    /** Events of a block to be expected for it to say anything. */
    private static final double ENOUGH = 5;

    private final Measure measure;
    private final double[] hours = new double[MOST];
    private final double[] actual = new double[MOST];
    private final double[] usual = new double[MOST];
    private final double[] rested = new double[MOST];
    private final Expected[] expected = new Expected[MOST];
    private int next;
    private int size;

    Recent(Measure measure) {
        this.measure = measure;
    }

    /**
     * One more number.
     *
     * @param hour when, in hours
     * @param value the number
     * @param outlook what was usual and expected
     * @param rest what a day of rest would have
     */
    void add(double hour, double value, Forecast.Outlook outlook, double rest) {
        hours[next] = hour;
        actual[next] = value;
        usual[next] = outlook.usual();
        rested[next] = rest;
        expected[next] = outlook.expected();
        next = (next + 1) % MOST;
        size = Math.min(MOST, size + 1);
    }

    /** Forgets the newest ones. */
    void forget(int newest) {
        int forgotten = Math.min(newest, size);
        size -= forgotten;
        next = Math.floorMod(next - forgotten, MOST);
    }

    int size() {
        return size;
    }

    /** The newest, put together: sums of counts, else the median distance from what was expected. */
    Stretch stretch(int newest) {
        return measure == Measure.COUNTS ? sum(newest) : middleOf(newest);
    }

    private Stretch sum(int newest) {
        double sum = 0;
        double low = 0;
        double typical = 0;
        double high = 0;
        for (int i = 0; i < newest; i++) {
            int at = at(i);
            sum += actual[at];
            low += expected[at].low();
            typical += expected[at].typical();
            high += expected[at].high();
        }
        return new Stretch(newest, sum, new Expected(low, typical, high));
    }

    /** The sum of the newest, with what was usual of them at the level that was just before them: they say nothing of that. */
    Stretch atLevelBefore(int newest) {
        Stretch stretch = sum(newest);
        int before = at(newest);
        double level = usual[before] > 0 ? expected[before].typical() / usual[before] : 1;
        double typical = total(usual, newest) * level;
        Expected known = stretch.expected();
        return new Stretch(newest, stretch.actual(), new Expected(known.low(), typical, known.high()));
    }

    private Stretch middleOf(int newest) {
        double[] offs = new double[newest];
        double low = 0;
        double typical = 0;
        double high = 0;
        for (int i = 0; i < newest; i++) {
            int at = at(i);
            offs[i] = actual[at] - expected[at].typical();
            low += expected[at].low();
            typical += expected[at].typical();
            high += expected[at].high();
        }
        Expected mean = new Expected(low / newest, typical / newest, high / newest);
        return new Stretch(newest, mean.typical() + Forecast.middle(offs), mean);
    }

    /** What the newest come to: a sum of counts, else a mean. */
    double actual(int newest) {
        return total(actual, newest);
    }

    double usual(int newest) {
        return total(usual, newest);
    }

    double rested(int newest) {
        return total(rested, newest);
    }

    private double total(double[] values, int newest) {
        int count = Math.min(newest, size);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[at(i)];
        }
        return measure == Measure.COUNTS || count == 0 ? sum : sum / count;
    }

    double middle(int newest) {
        double[] values = new double[Math.min(newest, size)];
        Arrays.setAll(values, i -> actual[at(i)]);
        return Forecast.middle(values);
    }

    /**
     * How far each was from what was expected, put together in blocks that end now.
     *
     * @param block so many numbers each
     * @param tail how many blocks are in question
     */
    Sample sample(int block, int tail) {
        int blocks = size / block;
        double[] times = new double[blocks];
        double[] offs = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            double sum = 0;
            double typical = 0;
            for (int j = i * block; j < (i + 1) * block; j++) {
                sum += actual[at(j)];
                typical += expected[at(j)].typical();
            }
            boolean isCount = measure == Measure.COUNTS;
            times[blocks - 1 - i] = hours[at(i * block)];
            offs[blocks - 1 - i] = measure.off(isCount ? sum : sum / block, isCount ? typical : typical / block);
        }
        return new Sample(times, offs, tail);
    }

    /**
     * How far blocks were from what is usual at their time, the newest first; without those of which too little is usual.
     *
     * @param skipped so many of the newest numbers are left out
     * @param blocks so many at most
     * @param block so many numbers each
     */
    double[] steps(int skipped, int blocks, int block) {
        double[] steps = new double[Math.max(0, Math.min(blocks, (size - skipped) / block))];
        int known = 0;
        for (int i = 0; i < steps.length; i++) {
            double sum = 0;
            double before = 0;
            for (int j = 0; j < block; j++) {
                int at = at(skipped + i * block + j);
                sum += actual[at];
                before += usual[at];
            }
            boolean isCount = measure == Measure.COUNTS;
            if (!isCount || before >= ENOUGH) {
                steps[known++] = measure.step(isCount ? sum : sum / block, isCount ? before : before / block);
            }
        }
        return Arrays.copyOf(steps, known);
    }

    /** How many of the newest are not before an hour. */
    int since(double hour) {
        int count = 0;
        while (count < size && hours[at(count)] >= hour) {
            count++;
        }
        return count;
    }

    /** When the newest one was measured. */
    double lastHour() {
        return hours[at(0)];
    }

    private int at(int newest) {
        return Math.floorMod(next - 1 - newest, MOST);
    }
}
