package dev.smokerunner.canary.search;

import java.util.List;
import java.util.Optional;

/**
 * Finds where a row of versions goes from good to bad.
 *
 * @param <V> a version
 */
public final class Bisection<V> {
    private final Oracle<V> oracle;

    /** A search that asks an oracle. */
    public Bisection(Oracle<V> oracle) {
        this.oracle = oracle;
    }

    /**
     * Two neighbours, the first good and the second bad. One that cannot be tried is passed over.
     *
     * @param good is known to be good
     * @param between the versions between, oldest first
     * @param bad is known to be bad
     */
    public Step<V> between(V good, List<V> between, V bad) {
        V lastGood = good;
        V firstBad = bad;
        List<V> open = between;
        while (!open.isEmpty()) {
            Optional<Try> middle = firstKnown(open);
            if (middle.isEmpty()) {
                return new Step<>(lastGood, firstBad);
            }
            int at = middle.get().at();
            if (middle.get().answer() == Answer.BAD) {
                firstBad = open.get(at);
                open = open.subList(0, at);
            } else {
                lastGood = open.get(at);
                open = open.subList(at + 1, open.size());
            }
        }
        return new Step<>(lastGood, firstBad);
    }

    /** That in the middle, or else the next one after it or before it, that can be tried. */
    private Optional<Try> firstKnown(List<V> open) {
        int middle = open.size() / 2;
        for (int step = 0; step < open.size(); step++) {
            int at = (middle + step) % open.size();
            Answer answer = oracle.ask(open.get(at));
            if (answer != Answer.UNKNOWN) {
                return Optional.of(new Try(at, answer));
            }
        }
        return Optional.empty();
    }

    private record Try(int at, Answer answer) {}

    /**
     * Two neighbours among those that can be tried.
     *
     * @param lastGood works
     * @param firstBad does not
     * @param <V> a version
     */
    public record Step<V>(V lastGood, V firstBad) {}
}
