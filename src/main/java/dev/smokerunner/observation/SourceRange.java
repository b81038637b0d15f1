package dev.smokerunner.observation;

/**
 * A stretch of a source text.
 *
 * @param start the offset of its first character, from 0
 * @param end the offset after its last character
 * @param line the line of its first character, from 1
 * @param column the column of its first character, from 1
 */
public record SourceRange(int start, int end, int line, int column) {

    /** Rejects a range that ends before it starts. */
    public SourceRange {
        if (start < 0 || end < start || line < 1 || column < 1) {
            throw new IllegalArgumentException("no such range: " + start + "-" + end + " at " + line + ":" + column);
        }
    }
}
