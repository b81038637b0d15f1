package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssTokenizer;
import dev.smokerunner.detection.Kind;
import java.util.Optional;

/**
 * Finds a comment of a style sheet that is never closed, so that the rules behind it are a part of it.
 *
 * <p>Browsers end it with the file. Who means to leave out the last rule or two may forget the end; a whole part of a sheet
 * is rarely meant.
 */
final class OpenComment implements CssFlaw<BodyDamage> {
    private static final Kind OPEN = Kind.cause("body-comment-open");

    /** Two rules may have been taken out on purpose, at the end of a sheet where nothing shows that the end is missing. */
    private static final int MANY = 3;

    private static final int SHOWN = 80;

    private Optional<CssToken> open = Optional.empty();

    @Override
    public void read(CssToken token) {
        if (token.kind() == CssToken.Kind.COMMENT && token.isCut()) {
            open = Optional.of(token);
        }
    }

    /** The comment that takes the rest of the sheet, if one does. */
    @Override
    public Optional<BodyDamage> found() {
        return open.flatMap(OpenComment::damage);
    }

    private static Optional<BodyDamage> damage(CssToken comment) {
        int rules = 0;
        // Whoever took out one end took out others: the beginnings within would hide the rules behind them.
        for (CssToken token : CssTokenizer.of(comment.text().replace("/*", " "))) {
            rules += token.is('{') ? 1 : 0;
        }
        String start = Format.line(comment.text().lines().findFirst().orElse(""), SHOWN);
        return rules < MANY
                ? Optional.empty()
                : Optional.of(new BodyDamage(
                        OPEN,
                        "one that ends in a comment: the comment " + start + " is never closed, and the " + rules
                                + " rules behind it are a part of it",
                        "a */ for each /*",
                        "no */ for " + start,
                        "the end of a comment is missing in the source, or a step of the build took it out"));
    }
}
