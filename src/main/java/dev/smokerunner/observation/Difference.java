package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

/**
 * How the bytes that are served differ from those that should be.
 *
 * @param kind the kind of difference
 * @param detail what exactly differs, for people; hostile, as all page text is; empty where there is nothing to add
 * @param alike how much of the words of both texts they have in common, from 0 to 1; 0 where they were not compared
 */
public record Difference(Kind kind, String detail, double alike) {
    /** The same bytes. */
    public static final Difference NONE = new Difference(Kind.NONE, "", 1);
    /** Other bytes, of which nothing more is known. */
    public static final Difference UNREAD = new Difference(Kind.CONTENT, "", 0);

    /** Rejects null. */
    public Difference {
        requireNonNull(kind);
        requireNonNull(detail);
    }

    /** The kinds of differences. */
    public enum Kind {
        /** None. */
        NONE,
        /** Only how lines end. */
        LINE_ENDS,
        /** Only how characters are encoded. */
        ENCODING,
        /** Only white space and comments. */
        WHITE_SPACE,
        /** Whole elements or comments that something on the way put in, and nothing else. */
        INSERTED,
        /** Anything else. */
        CONTENT
    }

    /** Whether it is what something on the way makes of the same file. */
    public boolean isAlteration() {
        return kind != Kind.NONE && kind != Kind.CONTENT;
    }
}
