package dev.smokerunner.observe.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way from one sequence to another (Myers, "An O(ND) Difference Algorithm", 1986), as long as it is short: time
 * and memory grow with the length of that way, which is bounded.
 */
final class SequenceDifference {
    /** Two pages that differ in more tokens are not one page that something on the way changed. */
    static final int MOST_STEPS = 400;

    private SequenceDifference() {}

    /**
     * A stretch of one sequence that stands for a stretch of the other; the ends are exclusive, and one of both may be empty.
     */
    record Hunk(int ownStart, int ownEnd, int otherStart, int otherEnd) {}

    /** What differs, in order; absent where that is too much. */
    static Optional<List<Hunk>> between(List<String> own, List<String> other) {
        List<int[]> trace = new ArrayList<>();
        int[] furthest = new int[2 * MOST_STEPS + 3];
        int middle = MOST_STEPS + 1;
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            trace.add(Arrays.copyOfRange(furthest, middle - steps - 1, middle + steps + 2));
            for (int k = -steps; k <= steps; k += 2) {
                int start = isDown(furthest, steps, k) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                int x = endOfSnake(own, other, start, k);
                furthest[middle + k] = x;
                if (x >= own.size() && x - k >= other.size()) {
                    return Optional.of(hunks(trace, own.size(), other.size()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the furthest way to a diagonal comes from the one above it, by a step that leaves the own sequence alone. */
    private static boolean isDown(int[] furthest, int steps, int k) {
        int middle = furthest.length / 2;
        return k == -steps || k != steps && furthest[middle + k - 1] < furthest[middle + k + 1];
    }

    /** How far a way goes on along its diagonal at no cost, as both sequences say the same there: a snake, as Myers has it. */
    private static int endOfSnake(List<String> own, List<String> other, int start, int k) {
        int x = start;
        while (x < own.size()
                && x - k < other.size()
                && x - k >= 0
                && own.get(x).equals(other.get(x - k))) {
            x++;
        }
        return x;
    }

    private static List<Hunk> hunks(List<int[]> trace, int ownSize, int otherSize) {
        List<Hunk> back = new ArrayList<>();
        int x = ownSize;
        int y = otherSize;
        for (int steps = trace.size() - 1; steps > 0; steps--) {
            int[] furthest = trace.get(steps);
            int middle = steps + 1;
            int k = x - y;
            boolean isDown = isDown(furthest, steps, k);
            int before = isDown ? k + 1 : k - 1;
            int fromX = furthest[middle + before];
            int fromY = fromX - before;
            int toX = isDown ? fromX : fromX + 1;
            int toY = isDown ? fromY + 1 : fromY;
            add(back, new Hunk(fromX, toX, fromY, toY));
            x = fromX;
            y = fromY;
        }
        Collections.reverse(back);
        return back;
    }

    /** Steps that touch each other are one stretch; they come last first. */
    private static void add(List<Hunk> back, Hunk step) {
        if (!back.isEmpty() && touches(step, back.get(back.size() - 1))) {
            Hunk next = back.remove(back.size() - 1);
            back.add(new Hunk(step.ownStart(), next.ownEnd(), step.otherStart(), next.otherEnd()));
        } else {
            back.add(step);
        }
    }

    private static boolean touches(Hunk step, Hunk next) {
        return next.ownStart() == step.ownEnd() && next.otherStart() == step.otherEnd();
    }
}
