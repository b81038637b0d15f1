package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the chunks that a Turbopack chunk loads: lists such as {@code ["static/chunks/1.js"].map(load)}, whose names are
 * relative to a folder that only the runtime knows.
 */
final class TurbopackChunks {
    private static final String GLOBAL = "TURBOPACK";
    /** A chunk begins with the name to which it adds itself. */
    private static final int NEAR = 20;

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;

    TurbopackChunks(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    void find() {
        if (IntStream.range(0, NEAR).noneMatch(at -> tokens.is(at, GLOBAL))) {
            return;
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, "[") && (tokens.are(tokens.after(at), ".", "map", "(") || isNeededAtOnce(at))) {
                literals.onlyStrings(at).orElse(List.of()).forEach(this::add);
            }
        }
    }

    private boolean isNeededAtOnce(int open) {
        return tokens.are(open - 2, "otherChunks", ":");
    }

    private void add(int token) {
        Role role = FileRoles.role(tokens.value(token));
        if (role == Role.SCRIPT) {
            book.add(token, Anchor.OUTPUT, role, Optional.of(ScriptKind.CLASSIC));
        } else if (role == Role.STYLE) {
            book.add(token, Anchor.OUTPUT, role, Optional.empty());
        }
    }
}
