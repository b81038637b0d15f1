package dev.smokerunner.check.asset;

import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssTokenizer;
import java.util.Optional;

/**
 * Looks for one flaw of a style sheet, token by token.
 *
 * @param <T> what is told of the flaw
 */
interface CssFlaw<T> {
    /** Takes notice of the next token. */
    void read(CssToken token);

    /** The flaw, if the tokens that were read have it. */
    Optional<T> found();

    /** Reads a style sheet once for all of these: sheets may be long, and to keep their tokens costs more than to read them. */
    static void read(String css, CssFlaw<?>... flaws) {
        for (CssToken token : CssTokenizer.of(css)) {
            for (CssFlaw<?> flaw : flaws) {
                flaw.read(token);
            }
        }
    }
}
