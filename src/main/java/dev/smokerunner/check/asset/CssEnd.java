package dev.smokerunner.check.asset;

import dev.smokerunner.check.text.CutText;
import java.util.Optional;

/**
 * Tells whether a style sheet was cut: within a block, and in the middle of a line or right behind what opens something.
 *
 * <p>Browsers close what is open at the end, and people forget the last brace; only who is cut off ends like that too.
 */
final class CssEnd {
    private final String css;
    private int at;
    private int depth;
    private boolean openText;

    private CssEnd(String css) {
        this.css = css;
    }

    /** The end of the text, if it is a cut; empty otherwise. */
    static Optional<String> of(String css) {
        CssEnd end = new CssEnd(css);
        end.scan();
        return (end.depth > 0 || end.openText) && isMidRule(css) ? Optional.of(CutText.end(css)) : Optional.empty();
    }

    private static boolean isMidRule(String css) {
        String ink = css.stripTrailing();
        if (ink.isEmpty()) {
            return false;
        }
        char last = ink.charAt(ink.length() - 1);
        boolean endsWithItsLine = css.indexOf('\n', ink.length()) >= 0;
        return "{,:(".indexOf(last) >= 0 || "};/".indexOf(last) < 0 && !endsWithItsLine;
    }

    private void scan() {
        while (at < css.length()) {
            char c = css.charAt(at);
            if (css.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (c == '\\') {
                at += 2;
            } else if (css.regionMatches(true, at, "url(", 0, 4)) {
                address();
            } else {
                depth += c == '{' ? 1 : 0;
                depth -= c == '}' && depth > 0 ? 1 : 0;
                at++;
            }
        }
    }

    private void skipTo(String end, int from) {
        int close = css.indexOf(end, at + from);
        at = close < 0 ? css.length() : close + end.length();
    }

    /** A line break ends a string that is not closed, as browsers have it. */
    private void string(char quote) {
        at++;
        while (at < css.length() && css.charAt(at) != quote && css.charAt(at) != '\n') {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        openText |= at >= css.length();
        at++;
    }

    /** An address without quotes holds whatever it likes up to its bracket. */
    private void address() {
        at += 4;
        while (at < css.length() && Character.isWhitespace(css.charAt(at))) {
            at++;
        }
        boolean isQuoted = at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'');
        if (!isQuoted) {
            int close = css.indexOf(')', at);
            openText |= close < 0;
            at = close < 0 ? css.length() : close + 1;
        }
    }
}
