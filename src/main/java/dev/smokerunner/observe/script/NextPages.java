package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the chunks of all pages in the list that Next.js loads with each page, {@code _buildManifest.js}: it asks for them when
 * a visitor goes on to another page. Their names are relative to the folder {@code _next}, and the list lies two folders below.
 */
final class NextPages {
    private static final String GLOBAL = "__BUILD_MANIFEST";
    /** The list begins with the name to which it is assigned. */
    private static final int NEAR = 5;

    private static final String CHUNKS = "static/";
    private static final String TO_THE_OUTPUT = "../../";

    private final Tokens tokens;
    private final MentionBook book;

    NextPages(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
    }

    void find() {
        if (IntStream.range(0, NEAR).noneMatch(at -> tokens.are(at, GLOBAL, "="))) {
            return;
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isString(at) && tokens.value(at).startsWith(CHUNKS)) {
                add(at);
            }
        }
    }

    private void add(int token) {
        Role role = FileRoles.role(tokens.value(token));
        if (role == Role.SCRIPT || role == Role.STYLE) {
            book.add(book.at(token, tokens.value(token)).in(TO_THE_OUTPUT).with(Anchor.SCRIPT, role, Optional.empty()));
        }
    }
}
