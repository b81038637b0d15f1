package dev.smokerunner.observe.script;

import java.util.Arrays;

/** The tokens of a script, by index; every question about an index that does not exist is answered with no. */
final class Tokens {
    private final String source;
    private Kind[] kinds = new Kind[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] partners = new int[1024];
    private int count;
    private boolean cut;
    private int unclosed = -1;

    Tokens(String source) {
        this.source = source;
    }

    /** What a token is. */
    enum Kind {
        /** An identifier or keyword. */
        NAME,
        /** A number. */
        NUMBER,
        /** A string, or a template without substitutions and tag. */
        STRING,
        /** A piece of another template; the first and the last piece are partners. */
        TEMPLATE,
        /** A regular expression. */
        REGEX,
        /** An operator or bracket. */
        SIGN
    }

    int add(Kind kind, int start, int end) {
        if (count == starts.length) {
            grow();
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        partners[count] = -1;
        return count++;
    }

    private void grow() {
        int size = count + count / 2;
        kinds = Arrays.copyOf(kinds, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        partners = Arrays.copyOf(partners, size);
    }

    void pair(int open, int close) {
        partners[open] = close;
        partners[close] = open;
    }

    void markCut() {
        cut = true;
    }

    /** Whether the script goes on after the last token. */
    boolean isCut() {
        return cut;
    }

    void endWithin(int bracket) {
        unclosed = bracket;
    }

    /**
     * The innermost bracket that the end of the script leaves open, or -1. Where any other bracket has no partner either, the
     * text was not understood, and there is none.
     */
    int unclosed() {
        return cut ? -1 : unclosed;
    }

    int size() {
        return count;
    }

    String source() {
        return source;
    }

    boolean has(int index) {
        return index >= 0 && index < count;
    }

    boolean is(int index, Kind kind) {
        return has(index) && kinds[index] == kind;
    }

    /** What a token is; only for one that exists. */
    Kind kind(int index) {
        return kinds[index];
    }

    /** Whether a token is this name or sign. */
    boolean is(int index, String text) {
        return has(index) && ends[index] - starts[index] == text.length() && source.startsWith(text, starts[index]);
    }

    /** Whether the tokens from an index on are these names and signs. */
    boolean are(int index, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (!is(index + i, texts[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isName(int index) {
        return is(index, Kind.NAME);
    }

    boolean isString(int index) {
        return is(index, Kind.STRING);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** The bracket that belongs to a bracket, or -1. */
    int partner(int index) {
        return has(index) ? partners[index] : -1;
    }

    /** The text as it stands there; empty for a token that does not exist. */
    String text(int index) {
        return has(index) ? source.substring(starts[index], ends[index]) : "";
    }

    /** What a string says; the text of any other token. */
    String value(int index) {
        return isString(index)
                ? StringValues.unescaped(
                        source.substring(starts[index] + 1, Math.max(starts[index] + 1, ends[index] - 1)))
                : text(index);
    }

    /** The innermost open bracket around a token, or -1. */
    int enclosing(int index) {
        int at = index - 1;
        while (at >= 0) {
            int partner = partners[at];
            if (partner > at) {
                return at;
            }
            at = partner >= 0 ? partner - 1 : at - 1;
        }
        return -1;
    }

    /** The arrow of the function whose expression holds a token and whose bracket is the given one, or -1. */
    int arrowBefore(int token, int open) {
        for (int at = token - 1; at > open; at--) {
            if (is(at, ";") || is(at, ",")) {
                return -1;
            }
            if (is(at, "=>")) {
                return at;
            }
            int partner = partner(at);
            at = partner >= 0 && partner < at ? partner : at;
        }
        return -1;
    }

    /** Whether code waits between two tokens, the second excluded. */
    boolean waits(int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, count); at++) {
            if (is(at, "await") || is(at, "yield")) {
                return true;
            }
        }
        return false;
    }

    /** The token after whatever the bracket at an index encloses. */
    int after(int open) {
        int close = partner(open);
        return close > open ? close + 1 : count;
    }
}
