package dev.smokerunner.observe.script;

import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the modules in a webpack bundle do with the public path: they get the runtime as their third parameter. */
final class WebpackModules {
    private static final int RUNTIME = 2;
    /** A module's own functions are not nested deeper around such an address. */
    private static final int MOST_LEVELS = 8;

    private static final int MOST = 2_000;

    private final Tokens tokens;
    private final MentionBook book;

    WebpackModules(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
    }

    /** The files that modules name: {@code r.p + "logo.3f2a.png"}. */
    List<At<Mention>> assets() {
        List<At<Mention>> assets = new ArrayList<>();
        for (int at = 0; at < tokens.size() && assets.size() < MOST; at++) {
            boolean isAsset = tokens.isName(at)
                    && tokens.are(at + 1, ".", "p", "+")
                    && tokens.isString(at + 4)
                    && !tokens.is(at + 5, "+")
                    && FileRoles.extension(tokens.value(at + 4)).length() > 1;
            if (isAsset && isRuntime(at)) {
                String file = tokens.value(at + 4);
                Mention mention = book.at(at + 4, file);
                assets.add(new At<>(at, mention.with(Anchor.PAGE, FileRoles.role(file), Optional.empty())));
            }
        }
        return assets;
    }

    /** Whether a module sets the public path, e.g. to what the page says. */
    boolean movePublicPath() {
        int looked = 0;
        for (int at = 0; at < tokens.size() && looked < MOST; at++) {
            if (tokens.isName(at) && tokens.are(at + 1, ".", "p", "=") && !tokens.is(at - 1, ".")) {
                looked++;
                if (isRuntime(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRuntime(int name) {
        int block = tokens.enclosing(name);
        for (int level = 0; level < MOST_LEVELS && block >= 0; level++) {
            List<String> parameters = Functions.parametersOf(tokens, block);
            if (parameters.size() > RUNTIME && parameters.get(RUNTIME).equals(tokens.text(name))) {
                return true;
            }
            block = tokens.enclosing(block);
        }
        return false;
    }
}
