package dev.smokerunner.css;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of CSS.
 *
 * @param kind what it is
 * @param text it, as it is spelled
 * @param start the offset where it begins
 * @param isCut whether the end of the text ended it before anything of its own did
 */
public record CssToken(Kind kind, String text, int start, boolean isCut) {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:([0-9a-fA-F]{1,6})(?:\\r\\n|[ \\t\\n\\r\\f])?|(\\r\\n|[\\n\\r\\f]|$)|(.))", Pattern.DOTALL);

    /** What a token can be; the kinds of numbers are one, and so are brackets and what else is a single sign. */
    public enum Kind {
        COMMENT,
        SPACE,
        STRING,
        /** A string that the end of its line ends; browsers pass over what it stands in. */
        BAD_STRING,
        /** An address without quotes, from {@code url(} to its bracket. */
        URL,
        /** An address without quotes that holds what none may; browsers pass over what it stands in. */
        BAD_URL,
        /** A name and the bracket behind it; {@code url(} too where a quote follows. */
        FUNCTION,
        IDENT,
        AT_KEYWORD,
        HASH,
        /** A number with its unit or per cent sign. */
        NUMBER,
        CDO,
        CDC,
        SIGN
    }

    /** The offset after it. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is this sign. */
    public boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /** What it says, escapes undone: the name of a function, the text within quotes, the address. */
    public String value() {
        return switch (kind) {
            case STRING, BAD_STRING ->
                unescaped(text.substring(1, isCut || kind == Kind.BAD_STRING ? text.length() : text.length() - 1));
            case URL -> unescaped(address());
            case FUNCTION -> unescaped(text.substring(0, text.length() - 1));
            case AT_KEYWORD, HASH -> unescaped(text.substring(1));
            default -> unescaped(text);
        };
    }

    /** What stands in the brackets of an address without quotes, as it is spelled. */
    public String address() {
        return text.substring(text.indexOf('(') + 1, isCut ? text.length() : text.length() - 1)
                .strip();
    }

    /** What it says, in lower case: the names of CSS mean the same in either. */
    public String name() {
        return value().toLowerCase(Locale.ROOT);
    }

    static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult match) {
        if (match.group(1) != null) {
            int code = Integer.parseInt(match.group(1), 16);
            boolean isNone = code == 0
                    || code > Character.MAX_CODE_POINT
                    || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
            return isNone ? "\uFFFD" : Character.toString(code);
        }
        return match.group(3) == null ? "" : match.group(3);
    }
}
