package dev.smokerunner.config;

import java.util.Comparator;

/**
 * A place in a text file.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record TextPosition(int line, int column) implements Comparable<TextPosition> {
    /** Where a file begins. */
    public static final TextPosition START = new TextPosition(1, 1);

    private static final Comparator<TextPosition> ORDER =
            Comparator.comparingInt(TextPosition::line).thenComparingInt(TextPosition::column);

    /** The place of a character of a text. */
    static TextPosition in(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new TextPosition(line, before.length() - before.lastIndexOf('\n'));
    }

    @Override
    public int compareTo(TextPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
