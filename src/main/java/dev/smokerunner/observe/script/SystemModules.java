package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Optional;

/**
 * Finds the modules that SystemJS loads, as builds for old browsers have them: what {@code System.register} needs and what
 * its module imports later, both relative to the script, and {@code System.import}, relative to the page.
 */
final class SystemModules {
    private static final String LOADER = "System";

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;

    SystemModules(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    void find() {
        boolean isModule = false;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.are(at, LOADER, ".", "register", "(")) {
                isModule = true;
                needs(tokens.isString(at + 4) ? at + 6 : at + 4);
            } else if (tokens.are(at, ".", "import", "(") && tokens.is(at + 4, ")")) {
                boolean isLoader = tokens.is(at - 1, LOADER);
                if (isLoader || isModule) {
                    add(at + 3, isLoader ? Anchor.PAGE : Anchor.SCRIPT);
                }
            }
        }
    }

    private void needs(int list) {
        if (tokens.is(list, "[")) {
            literals.strings(list).forEach(token -> add(token, Anchor.SCRIPT));
        }
    }

    /** A bare name stands for what only a map knows. */
    private void add(int token, Anchor anchor) {
        String address = tokens.value(token);
        if (tokens.isString(token) && (address.startsWith(".") || address.startsWith("/"))) {
            book.add(token, anchor, Role.SCRIPT, Optional.of(ScriptKind.CLASSIC));
        }
    }
}
