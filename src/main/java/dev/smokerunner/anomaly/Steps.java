package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether numbers are others since the last release: again and again for half a day, and then the new ones are what is usual. The
 * same time of the day is compared, so that a release in the morning does not look like the morning.
 */
final class Steps {
    private static final double HALF_A_DAY = 12;
    /** Numbers before it; four hours of requests per minute, or of looks at a page. */
    private static final int BEFORE = 240;

    private static final int FEWEST_AFTER = 20;
    private static final int FEWEST_BLOCKS = 12;
    /** A minute alone has too few requests to compare: blocks have some thirty, and twenty minutes at most. */
    private static final int EVENTS = 30;

    private static final int LEAST_BLOCK = 5;
    private static final int MOST_BLOCK = 20;

    private static final int EVERY = 5;
    /** Less than this part of what else is worth a word: a step has a cause that is known. */
    private static final double PART = 0.4;
    /** Of sums more: the level wanders by some part of that within hours, and they do not see it. */
    private static final double PART_OF_RATES = 0.6;

    private final Measure measure;
    private final Recent recent;
    private final double leastChange;
    private final Optional<Shortfall> sums;
    private final List<Release> releases = new ArrayList<>();
    private Optional<Departure> current = Optional.empty();
    private Optional<Release> told = Optional.empty();

    /**
     * Of a series.
     *
     * @param sums how sums of counts vary; absent where numbers are none
     */
    Steps(Measure measure, Recent recent, double leastChange, Optional<Shortfall> sums) {
        this.measure = measure;
        this.recent = recent;
        this.leastChange = leastChange;
        this.sums = sums;
    }

    void add(Release release) {
        if (!releases.contains(release)) {
            releases.add(release);
            releases.sort(Comparator.comparing(Release::at));
        }
    }

    /** The last release before an hour, at most so many hours old. */
    Optional<Release> lastBefore(double hour, double oldest) {
        return releases.stream()
                .filter(release -> Hours.of(release.at()) <= hour && Hours.of(release.at()) > hour - oldest)
                .reduce((older, newer) -> newer);
    }

    /** What the last release changed; absent where it is not clear that it did. */
    Optional<Departure> at(double hour) {
        Optional<Release> release = lastBefore(hour, HALF_A_DAY);
        if (release.isEmpty()) {
            current = Optional.empty();
            return current;
        }
        int since = recent.since(Hours.of(release.get().at()));
        if (since >= FEWEST_AFTER && since % EVERY == 0) {
            current = compare(release.get(), since);
        }
        return current;
    }

    /** Whether this is the first time that the last release is told of. */
    boolean isNew() {
        Optional<Release> release = current.flatMap(Departure::step).map(Step::release);
        boolean isNew = release.isPresent() && !release.equals(told);
        told = release.or(() -> told);
        return isNew;
    }

    private Optional<Departure> compare(Release release, int since) {
        int block = block(since);
        double[] after = recent.steps(0, since / block, block);
        double[] before = recent.steps(since, BEFORE / block, block);
        if (after.length == 0 || before.length == 0) {
            return Optional.empty();
        }
        double shift = Forecast.middle(after) - Forecast.middle(before);
        boolean isEnough = after.length * block >= FEWEST_AFTER && before.length >= FEWEST_BLOCKS;
        Step step = StepTest.of(release, before, after);
        if (isEnough && StepTest.isClear(step)) {
            return departure(step, since, shift, leastChange * PART);
        }
        return ofRates(step, since);
    }

    /** By the sums before and after, where counts are too few to compare minute by minute. */
    private Optional<Departure> ofRates(Step step, int since) {
        RateTest.Rate before = rate(Math.min(recent.size(), since + BEFORE)).without(rate(since));
        double excess = sums.map(all -> all.excess(recent.usual(since) / since * RateTest.TOGETHER))
                .orElse(Double.NaN);
        double probability = RateTest.probability(before, rate(since), excess);
        return probability < RateTest.LEVEL
                ? departure(step.with(probability), since, rate(since).step(before), leastChange * PART_OF_RATES)
                : Optional.empty();
    }

    private RateTest.Rate rate(int newest) {
        return new RateTest.Rate(recent.actual(newest), recent.usual(newest));
    }

    private Optional<Departure> departure(Step step, int since, double shift, double least) {
        Stretch stretch = recent.stretch(since);
        double old = without(stretch.actual(), shift);
        double change = measure.change(shift, old);
        if (!(Math.abs(change) >= least)) {
            return Optional.empty();
        }
        return Optional.of(new Departure(
                Kind.STEP,
                stretch.points(),
                measure.told(stretch.actual()),
                Expected.of(measure.told(old)),
                change,
                step.delta(),
                Severities.of(measure, Kind.STEP, change),
                Optional.of(step)));
    }

    private int block(int since) {
        if (measure != Measure.COUNTS) {
            return 1;
        }
        double rate = recent.usual(since) / since;
        return (int) Math.max(LEAST_BLOCK, Math.min(MOST_BLOCK, Math.ceil(EVENTS / Math.max(1, rate))));
    }

    /** What it would have been without the step. */
    private double without(double actual, double shift) {
        return measure == Measure.COUNTS ? actual / Math.exp(shift) : actual - shift;
    }
}
