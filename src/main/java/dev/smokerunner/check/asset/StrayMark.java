package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.detection.Kind;
import java.util.Optional;

/**
 * Finds a byte order mark before a rule in the middle of a style sheet, as joined files have it: to browsers it is a name, so
 * the selector behind it means another element and the rule is lost.
 */
final class StrayMark implements CssFlaw<BodyDamage> {
    private static final Kind STRAY = Kind.cause("body-mark-within");

    private final String css;
    private boolean isBetweenRules = true;
    private Optional<CssToken> mark = Optional.empty();

    StrayMark(String css) {
        this.css = css;
    }

    @Override
    public void read(CssToken token) {
        if (token.kind() == CssToken.Kind.SPACE || token.kind() == CssToken.Kind.COMMENT) {
            return;
        }
        boolean isMark = token.kind() == CssToken.Kind.IDENT && token.text().charAt(0) == '\uFEFF';
        if (isMark && isBetweenRules && token.start() > 0 && mark.isEmpty()) {
            mark = Optional.of(token);
        }
        isBetweenRules = token.is('}') || token.is(';') || token.is('{');
    }

    @Override
    public Optional<BodyDamage> found() {
        return mark.map(this::damage);
    }

    private BodyDamage damage(CssToken token) {
        long line = Math.max(1, css.substring(0, token.start()).lines().count());
        int end = css.indexOf('{', token.start());
        String selector =
                css.substring(token.start() + 1, end < 0 ? css.length() : end).strip();
        String rule = Format.line(selector, 60);
        return new BodyDamage(
                STRAY,
                "one with a byte order mark in its middle, before " + rule + " in line " + line
                        + ": browsers take it for a part of the selector, and the rule is lost",
                "a byte order mark at the start of a file only",
                "U+FEFF before " + rule,
                "files that begin with one were joined as they are: save them without it, or let the step that joins them drop"
                        + " it");
    }
}
