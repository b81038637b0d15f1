package dev.smokerunner.config;

import java.util.Comparator;

/**
 * A place in a text file.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(int line, int column) implements Comparable<Place> {
    /** Where a file begins. */
    public static final Place START = new Place(1, 1);

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    /** The place of a character of a text. */
    static Place in(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
