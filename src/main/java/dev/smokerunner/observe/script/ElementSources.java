package dev.smokerunner.observe.script;

import dev.smokerunner.observation.FileName;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the scripts and styles that a script gives to elements that it makes: {@code element.src = "js/terms-1a2b3c4d.js"}.
 * Only a name with a fingerprint counts. Libraries name files that no page of theirs may have, but a fingerprint was put
 * there by the build that made the file.
 */
final class ElementSources {
    private static final Set<String> ATTRIBUTES = Set.of("src", "href");

    private final Tokens tokens;
    private final MentionBook book;

    ElementSources(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
    }

    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, ".") && ATTRIBUTES.contains(tokens.text(at + 1)) && tokens.is(at + 2, "=")) {
                add(at + 3);
            } else if (tokens.are(at, ".", "setAttribute", "(") && isAttribute(at + 3)) {
                add(at + 5);
            }
        }
    }

    private boolean isAttribute(int token) {
        return tokens.isString(token) && ATTRIBUTES.contains(tokens.value(token)) && tokens.is(token + 1, ",");
    }

    private void add(int token) {
        boolean isWhole = tokens.isString(token)
                && !tokens.is(token + 1, "+")
                && !tokens.is(token + 1, ".")
                && !tokens.is(token + 1, "?");
        if (!isWhole) {
            return;
        }
        FileName name = FileName.of(tokens.value(token).split("[?#]", 2)[0]);
        if (name.fingerprint().isPresent() && name.isScript()) {
            // It may be a module as well; as a module less is allowed, so less would be read.
            book.add(token, Anchor.PAGE, Role.SCRIPT, Optional.of(ScriptKind.CLASSIC));
        } else if (name.fingerprint().isPresent() && name.isStyle()) {
            book.add(token, Anchor.PAGE, Role.STYLE, Optional.empty());
        }
    }
}
