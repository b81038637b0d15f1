package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * Where in a file something stands.
 *
 * @param file the path in the package, or the path of the URL
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param excerpt the text that stands there, cut to a readable length; hostile, as all page text is
 */
public record Location(String file, int line, int column, String excerpt) {

    /** Rejects positions before the start of the file. */
    public Location {
        requireNonNull(file);
        requireNonNull(excerpt);
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column start at 1, got " + line + ":" + column);
        }
    }

    /** A copy with each text mapped. */
    Location mapTexts(UnaryOperator<String> operation) {
        TextMapping texts = new TextMapping(operation);
        return new Location(texts.of(file), line, column, texts.of(excerpt));
    }

    /** The place as editors and compilers write it: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
