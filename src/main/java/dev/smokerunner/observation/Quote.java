package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

/**
 * Words of a page, a browser or a client program. They are there to be shown to people, and to be held against the patterns
 * of a config; what they mean stands beside them as facts, so nothing else needs to read them.
 *
 * <p>A class of its own, so that a test can hold who reads the words: see {@code BrowserWordsTest}. For the same reason its
 * own description tells only their number.
 *
 * @param text the words, of bounded length; hostile, as all page text is
 */
public record Quote(String text) {
    /** No words. */
    public static final Quote EMPTY = new Quote("");

    /** Shorter ones turn up in others by chance. */
    private static final int SHORTEST_REPEATED = 10;

    /** Rejects null. */
    public Quote {
        requireNonNull(text);
    }

    /** Whether there are no words. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether another one is in it as a whole, as where a console repeats what was thrown. */
    public boolean repeats(Quote other) {
        return other.text.length() >= SHORTEST_REPEATED && text.contains(other.text);
    }

    /** Tells no more than how long it is: who needs the words asks for them. */
    @Override
    public String toString() {
        return "a quote of " + text.length() + " characters";
    }
}
