package dev.smokerunner.observe.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small pieces of CSS syntax: strings, unquoted URLs, escapes. */
final class CssText {
    private static final Pattern FORMAT =
            Pattern.compile("\\s*format\\(\\s*[\"']?([^\"')]*)[\"']?\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(\\r\\n|[\\n\\f])|([^\\n]))");

    private CssText() {}

    /**
     * A piece of text.
     *
     * @param text it, escapes undone
     * @param end the offset after it
     */
    record Piece(String text, int end) {}

    static boolean isNamePart(char c) {
        return c == '-' || c == '_' || c == '\\' || c > 0x7f || Character.isLetterOrDigit(c);
    }

    /** What stands between {@code url(} and its closing bracket; {@code from} is the offset after the opening one. */
    static Piece url(String css, int from) {
        int start = skipSpace(css, from);
        if (start < css.length() && (css.charAt(start) == '"' || css.charAt(start) == '\'')) {
            Piece quoted = string(css, start);
            int close = css.indexOf(')', quoted.end());
            return new Piece(quoted.text(), close < 0 ? css.length() : close + 1);
        }
        int end = start;
        while (end < css.length() && css.charAt(end) != ')') {
            end += css.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, css.length());
        return new Piece(unescaped(css.substring(start, end).strip()), Math.min(end + 1, css.length()));
    }

    /** The string whose opening quote is at {@code from}; a line end ends it, as browsers read a broken one. */
    static Piece string(String css, int from) {
        char quote = css.charAt(from);
        int end = from + 1;
        while (end < css.length() && css.charAt(end) != quote && css.charAt(end) != '\n') {
            end += css.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, css.length());
        return new Piece(unescaped(css.substring(from + 1, end)), Math.min(end + 1, css.length()));
    }

    /** The font format that is named straight after an offset, in lower case; empty where none is. */
    static String format(String css, int from) {
        Matcher matcher = FORMAT.matcher(css).region(from, Math.min(css.length(), from + 200));
        return matcher.lookingAt() ? matcher.group(1).strip().toLowerCase(Locale.ROOT) : "";
    }

    private static int skipSpace(String css, int from) {
        int at = from;
        while (at < css.length() && Character.isWhitespace(css.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(java.util.regex.MatchResult match) {
        if (match.group(1) != null) {
            int code = Integer.parseInt(match.group(1), 16);
            return code == 0 || code > Character.MAX_CODE_POINT ? "\uFFFD" : Character.toString(code);
        }
        return match.group(3) == null ? "" : match.group(3);
    }
}
