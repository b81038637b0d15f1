package dev.smokerunner.observe.html;

/** Finds a tag at the end of a source that never ends, which a parser drops without a trace. */
final class OpenEnd {
    private OpenEnd() {}

    /**
     * Where the tag begins that the end of the source cuts off.
     *
     * @param from an offset that lies in no tag and no comment, after which nothing but tags was dropped
     * @return the offset of its {@code <}, or the source's length where each tag ends
     */
    static int of(String source, int from) {
        int at = from;
        while (at < source.length()) {
            int tag = nextTag(source, at);
            int end = tag < 0 ? source.length() : end(source, tag + 1);
            if (end < 0) {
                return tag;
            }
            at = end;
        }
        return source.length();
    }

    private static int nextTag(String source, int from) {
        int at = source.indexOf('<', from);
        while (at >= 0 && at + 1 < source.length()) {
            char next = source.charAt(at + 1);
            if (next == '/' || Character.isLetter(next)) {
                return at;
            }
            at = source.indexOf('<', at + 1);
        }
        return -1;
    }

    /** The offset after the tag's {@code >}, or -1; a quote opens a value only straight after an equals sign. */
    private static int end(String source, int from) {
        char quote = 0;
        char before = 0;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return at + 1;
            } else if ((c == '"' || c == '\'') && before == '=') {
                quote = c;
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return -1;
    }
}
