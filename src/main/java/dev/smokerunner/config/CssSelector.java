package dev.smokerunner.config;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no browser takes for a selector.
 *
 * <p>It looks at brackets, quotes and the characters between them, and no closer: browsers learn new selectors faster than
 * any library that could be asked, and a good selector must never be refused.
 */
final class CssSelector {
    private static final String EXPECTED = "a CSS selector";
    private static final String NEVER_OUTSIDE = "{}<;@!$?%^=/`";
    private static final String NEVER_AT_AN_END = ",>+~";

    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();

    private CssSelector(String text) {
        this.text = text;
    }

    /**
     * The selector itself.
     *
     * @throws IllegalArgumentException if it is none; the message is what is expected
     */
    static String parse(String text) {
        new CssSelector(text).check();
        return text;
    }

    private void check() {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (NEVER_AT_AN_END.indexOf(trimmed.charAt(0)) >= 0
                || trimmed.matches(".*(?<!\\\\)[" + NEVER_AT_AN_END + "]")) {
            throw new IllegalArgumentException(EXPECTED + " with something on both sides of each comma and combinator");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else {
                look(i);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + " in which " + open.peek() + " is closed");
        }
    }

    private void look(int index) {
        char c = text.charAt(index);
        if (isQuote(open.peek())) {
            if (c == open.peek()) {
                open.pop();
            }
        } else if (c == '"' || c == '\'' || c == '(' || c == '[') {
            open.push(c);
        } else if (c == ')' || c == ']') {
            close(c);
        } else if (open.isEmpty()) {
            lookOutside(c, index);
        }
    }

    private void close(char c) {
        char opening = c == ')' ? '(' : '[';
        if (open.isEmpty() || open.pop() != opening) {
            throw new IllegalArgumentException(EXPECTED + " in which " + c + " was opened");
        }
    }

    private void lookOutside(char c, int index) {
        if (NEVER_OUTSIDE.indexOf(c) >= 0) {
            throw new IllegalArgumentException(EXPECTED + " without " + c + " outside of brackets and quotes");
        }
        if ((c == '.' || c == '#') && !beginsName(index + 1)) {
            throw new IllegalArgumentException(EXPECTED + " with a name that begins with a letter after each " + c);
        }
    }

    private boolean beginsName(int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return c > 127 || "-_\\".indexOf(c) >= 0 || Character.isLetter(c);
    }

    private static boolean isQuote(@Nullable Character opening) {
        return opening != null && (opening == '"' || opening == '\'');
    }
}
