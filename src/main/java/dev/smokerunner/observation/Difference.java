package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the bytes that are served differ from those that should be.
 *
 * @param kind the kind of difference
 * @param detail what exactly differs, for people; hostile, as all page text is; empty where there is nothing to add
 * @param alike how much of the words of both texts they have in common, from 0 to 1; 0 where they were not compared
 * @param page how they differ as pages; absent where they are none, or were not compared
 */
public record Difference(Kind kind, String detail, double alike, Optional<PageDifference> page) {
    /** The same bytes. */
    public static final Difference NONE = new Difference(Kind.NONE, "", 1);
    /** Other bytes, of which nothing more is known. */
    public static final Difference UNREAD = new Difference(Kind.CONTENT, "", 0);

    /** Rejects null. */
    public Difference {
        requireNonNull(kind);
        requireNonNull(detail);
        requireNonNull(page);
    }

    /** A difference between texts that are no pages. */
    public Difference(Kind kind, String detail, double alike) {
        this(kind, detail, alike, Optional.empty());
    }

    /** The kinds of differences. */
    public enum Kind {
        /** None. */
        NONE,
        /** Only how lines end. */
        LINE_ENDS,
        /** Only how the same characters, or the same picture, are encoded. */
        ENCODING,
        /** Only white space and comments. */
        WHITE_SPACE,
        /** The same page, spelled otherwise or rewritten in a way that is known and can be undone. */
        REWRITTEN,
        /** Whole elements or comments that something on the way put in, and nothing else. */
        INSERTED,
        /** Anything else. */
        CONTENT
    }

    /** The same difference between other texts than was thought: whatever it is, something on the way did not make it. */
    public Difference asContent() {
        return new Difference(Kind.CONTENT, detail, alike, page);
    }

    /** Whether it is what something on the way makes of the same file. */
    public boolean isAlteration() {
        return kind != Kind.NONE && kind != Kind.CONTENT;
    }
}
