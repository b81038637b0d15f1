package dev.smokerunner.observe.script;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a string literal says. */
final class StringValues {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:u\\{([0-9a-fA-F]{1,6})\\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\\r\\n|[\\n\\r\\u2028\\u2029])|(.))",
            Pattern.DOTALL);

    private StringValues() {}

    /** The text between a literal's quotes with its escapes undone. */
    static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult match) {
        for (int group = 1; group <= 3; group++) {
            if (match.group(group) != null) {
                int code = Integer.parseInt(match.group(group), 16);
                return code > Character.MAX_CODE_POINT ? "\uFFFD" : Character.toString(code);
            }
        }
        if (match.group(4) != null) {
            return "";
        }
        return switch (match.group(5)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            case "v" -> "\u000B";
            case "0" -> "\0";
            default -> match.group(5);
        };
    }
}
