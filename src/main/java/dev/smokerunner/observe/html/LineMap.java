package dev.smokerunner.observe.html;

import dev.smokerunner.observation.SourceRange;
import java.util.Arrays;

/** Finds line and column of an offset in a text. */
public final class LineMap {
    private final int[] starts;

    /** The lines of a text. */
    public LineMap(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The stretch between two offsets, with the place of its first character. */
    public SourceRange range(int start, int end) {
        int index = Arrays.binarySearch(starts, start);
        int line = index >= 0 ? index : -index - 2;
        return new SourceRange(start, end, line + 1, start - starts[line] + 1);
    }
}
