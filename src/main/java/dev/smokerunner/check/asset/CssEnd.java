package dev.smokerunner.check.asset;

import dev.smokerunner.check.text.CutText;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssToken.Kind;
import dev.smokerunner.css.CssTokenizer;
import java.util.Optional;

/**
 * Tells whether a style sheet was cut: within a block, and in the middle of a line or right behind what opens something.
 *
 * <p>Browsers close what is open at the end, and people forget the last brace; only who is cut off ends like that too.
 */
final class CssEnd {
    private CssEnd() {}

    /** The end of the text, if it is a cut; empty otherwise. */
    static Optional<String> of(String css) {
        return isOpen(css) && isMidRule(css) ? Optional.of(CutText.end(css)) : Optional.empty();
    }

    /** Whether a block, a string or an address is open at the end. */
    private static boolean isOpen(String css) {
        int depth = 0;
        boolean isTextCut = false;
        for (CssToken token : CssTokenizer.of(css)) {
            depth += token.is('{') ? 1 : 0;
            depth -= token.is('}') && depth > 0 ? 1 : 0;
            isTextCut = token.isCut() && token.kind() != Kind.COMMENT;
        }
        return depth > 0 || isTextCut;
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
}
