package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A text that must be contained, or a regular expression that must be found: {@code /…/} in a config.
 *
 * @param written as it was written, slashes included
 */
public record TextPattern(String written) {

    /**
     * Rejects what is between slashes and no regular expression.
     *
     * @throws java.util.regex.PatternSyntaxException if the expression is wrong
     */
    public TextPattern {
        requireNonNull(written);
        if (isExpression(written)) {
            Pattern.compile(expression(written));
        }
    }

    /** Whether the text has it. */
    public boolean isIn(String text) {
        if (isExpression(written)) {
            return Pattern.compile(expression(written)).matcher(text).find();
        }
        return text.contains(written);
    }

    private static boolean isExpression(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    private static String expression(String text) {
        return text.substring(1, text.length() - 1);
    }

    @Override
    public String toString() {
        return written;
    }
}
