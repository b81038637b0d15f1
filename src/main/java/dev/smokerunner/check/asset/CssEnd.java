package dev.smokerunner.check.asset;

import dev.smokerunner.check.text.CutText;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssToken.Kind;
import java.util.Optional;

/**
 * Tells whether a style sheet was cut: within a block, and in the middle of a line or right behind what opens something.
 *
 * <p>Browsers close what is open at the end, and people forget the last brace; only who is cut off ends like that too.
 */
final class CssEnd implements CssFlaw<String> {
    private final String css;
    private int depth;
    private boolean isTextCut;

    CssEnd(String css) {
        this.css = css;
    }

    @Override
    public void read(CssToken token) {
        depth += token.is('{') ? 1 : 0;
        depth -= token.is('}') && depth > 0 ? 1 : 0;
        isTextCut = token.isCut() && token.kind() != Kind.COMMENT;
    }

    /** The end of the text, if it is a cut: a block, a string or an address is open there. */
    @Override
    public Optional<String> found() {
        boolean isOpen = depth > 0 || isTextCut;
        return isOpen && isMidRule() ? Optional.of(CutText.end(css)) : Optional.empty();
    }

    private boolean isMidRule() {
        String ink = css.stripTrailing();
        if (ink.isEmpty()) {
            return false;
        }
        char last = ink.charAt(ink.length() - 1);
        boolean endsWithItsLine = css.indexOf('\n', ink.length()) >= 0;
        return "{,:(".indexOf(last) >= 0 || "};/".indexOf(last) < 0 && !endsWithItsLine;
    }
}
