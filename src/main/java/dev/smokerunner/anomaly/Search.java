package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import dev.smokerunner.anomaly.forest.CutForest;
import dev.smokerunner.anomaly.rule.Consensus;
import dev.smokerunner.anomaly.rule.Rules;
import dev.smokerunner.anomaly.rule.Sample;
import dev.smokerunner.anomaly.rule.Vote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for a stretch of the newest numbers, of one length or another, that is unlike what was expected: further off than four and a half times
 * what is usual for its length, and by more than what is worth a word. Then the rules vote, and where they are not agreed the
 * forest decides.
 */
final class Search {
    /** On a busy site a minute tells; on a small one it takes half an hour. */
    private static final int[] OF_COUNTS = {1, 2, 3, 10, 30, 120};
    /** One slow answer is nothing: the middle of three is. */
    private static final int[] OF_OTHERS = {3, 10, 30};

    private static final double FAR = 4.5;
    /** Of half an hour and more, in which single bursts count for less. */
    private static final double FAR_OF_LONG = 4;

    private static final int LONG = 30;
    /** As long as it is this far off it is not over. */
    private static final double STILL_FAR = 3;
    /** Events to be expected in a stretch that tells whether it is over; where they come together, so many times more. */
    private static final double ENOUGH = 20;

    private final Measure measure;
    private final Recent recent;
    private final double leastChange;
    private final int[] lengths;
    private final Spreads[] spreads;

    Search(Measure measure, Recent recent, double leastChange) {
        this.measure = measure;
        this.recent = recent;
        this.leastChange = leastChange;
        this.lengths = measure == Measure.COUNTS ? OF_COUNTS : OF_OTHERS;
        this.spreads = IntStream.of(lengths)
                .mapToObj(length -> new Spreads(length, measure))
                .toArray(Spreads[]::new);
    }

    /** How much a single number varies where so much is expected; not a number while that is unknown. */
    double spread(double expected) {
        return spreads[0].isKnown() ? spreads[0].of(expected) : Double.NaN;
    }

    /** Whether anything can be judged at all. */
    boolean isReady() {
        return spreads[0].isKnown();
    }

    /** The stretches that are far off, whatever the rules say of them, the furthest first. */
    List<Departure> far(int longest) {
        List<Departure> far = new ArrayList<>();
        for (int i = 0; i < lengths.length && lengths[i] <= longest; i++) {
            if (recent.size() >= lengths[i] && spreads[i].isKnown()) {
                judge(recent.stretch(lengths[i]), spreads[i]).ifPresent(far::add);
            }
        }
        far.sort(Comparator.comparingDouble(found -> -Math.abs(found.score())));
        return far;
    }

    private Optional<Departure> judge(Stretch stretch, Spreads spreads) {
        Expected expected = stretch.expected();
        double edge = stretch.edge();
        double score =
                measure.off(stretch.actual(), edge) / Math.max(spreads.of(expected.typical()), Double.MIN_NORMAL);
        double far = stretch.points() < LONG ? FAR : FAR_OF_LONG;
        if (Math.abs(score) < far || !isWorthAWord(stretch.actual(), edge)) {
            return Optional.empty();
        }
        Kind kind = score < 0 ? Kind.DROP : Kind.RISE;
        double change = change(stretch.actual(), edge);
        return Optional.of(new Departure(
                kind,
                stretch.points(),
                measure.told(stretch.actual()),
                new Expected(
                        measure.told(expected.low()), measure.told(expected.typical()), measure.told(expected.high())),
                change,
                score,
                Severities.of(measure, kind, change),
                Optional.empty()));
    }

    private boolean isWorthAWord(double actual, double edge) {
        return Math.abs(change(actual, edge)) >= leastChange
                && Math.abs(measure.told(actual) - measure.told(edge)) >= measure.leastDifference();
    }

    private double change(double actual, double edge) {
        return measure == Measure.COUNTS
                ? (edge == 0 ? Math.signum(actual) : actual / edge - 1)
                : measure.change(measure.step(actual, edge), edge);
    }

    /** Whether it is so clear that nobody need vote: of a long stretch the rules see its blocks alone, each of them less clear. */
    static boolean isPlain(Departure found) {
        return found.points() >= LONG && Math.abs(found.score()) >= FAR;
    }

    /** What all rules say of the newest stretch of a length. */
    Consensus votes(int points) {
        return Rules.vote(sample(points));
    }

    /** What the forest says of it. */
    Vote secondOpinion(int points) {
        return CutForest.vote(sample(points).values(), Math.min(points, Sample.TAIL));
    }

    /** In blocks of which three are the stretch, or of one number each where it is shorter. */
    private Sample sample(int points) {
        return recent.sample(Math.max(1, points / Sample.TAIL), Math.min(points, Sample.TAIL));
    }

    /** Whether what was found is over: the shortest stretch that can tell is as expected. */
    boolean isOver(Departure found) {
        for (int i = 0; i < lengths.length; i++) {
            if (recent.size() >= lengths[i] && spreads[i].isKnown()) {
                Stretch stretch = recent.stretch(lengths[i]);
                boolean canTell =
                        measure != Measure.COUNTS || lengths[i] >= found.points() || isEnough(stretch, spreads[i]);
                if (canTell) {
                    double edge = stretch.edge();
                    return Math.abs(measure.off(stretch.actual(), edge)) < STILL_FAR * spreads[i].of(edge)
                            || Math.abs(change(stretch.actual(), edge)) < leastChange;
                }
            }
        }
        return true;
    }

    private static boolean isEnough(Stretch stretch, Spreads spreads) {
        double low = stretch.expected().low();
        return low >= ENOUGH * spreads.excess(low);
    }

    /** Learns how far stretches usually are off. */
    void learn() {
        for (int i = 0; i < lengths.length; i++) {
            if (recent.size() >= lengths[i]) {
                Stretch stretch = recent.stretch(lengths[i]);
                spreads[i].learn(stretch);
            }
        }
    }
}
