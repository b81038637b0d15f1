package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Optional;

/** Finds what a script imports as modules: in import and export statements, and in calls of {@code import} with a text. */
final class ModuleImports {
    /** Statements name their module within so many tokens; the names between braces do not count. */
    private static final int LONGEST_STATEMENT = 12;

    private final Tokens tokens;
    private final MentionBook book;

    ModuleImports(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
    }

    /** Finds the statements, which stand only at the top of a module. */
    void statements() {
        int at = 0;
        while (at < tokens.size()) {
            if (isKeyword(at)) {
                statement(at);
            }
            at = Math.max(at, tokens.partner(at)) + 1;
        }
    }

    private boolean isKeyword(int at) {
        return (tokens.is(at, "import") || tokens.is(at, "export")) && !tokens.is(at - 1, ".");
    }

    private void statement(int keyword) {
        int at = keyword + 1;
        if (tokens.is(keyword, "import") && tokens.isString(at)) {
            add(at, Demands.needing(Need.LINKED));
            return;
        }
        for (int steps = 0; steps < LONGEST_STATEMENT; steps++) {
            if (tokens.is(at, "from") && tokens.isString(at + 1)) {
                add(at + 1, Demands.needing(Need.LINKED));
                return;
            }
            if (tokens.is(at, "{") && tokens.partner(at) > at) {
                at = tokens.partner(at) + 1;
            } else if (isOfClause(at)) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean isOfClause(int at) {
        return tokens.isName(at) || tokens.is(at, "*") || tokens.is(at, ",");
    }

    /** Finds the calls. */
    void calls() {
        for (int at = 0; at < tokens.size(); at++) {
            boolean isCall = tokens.is(at, "import")
                    && tokens.is(at + 1, "(")
                    && !tokens.is(at - 1, ".")
                    && tokens.isString(at + 2);
            if (isCall && (tokens.is(at + 3, ")") || tokens.is(at + 3, ","))) {
                add(at + 2, Demands.NONE);
            }
        }
    }

    private void add(int string, Demands demands) {
        Role role = role(string);
        book.add(
                string,
                Anchor.MODULE,
                role,
                Optional.of(ScriptKind.MODULE).filter(kind -> role == Role.MODULE),
                demands);
    }

    /** A module, but where {@code with {type: …}} says otherwise. */
    private Role role(int string) {
        int open = string + 1;
        if (tokens.are(open, ",", "{", "with", ":")) {
            open += 4;
        } else if (tokens.is(open, "with") || tokens.is(open, "assert")) {
            open++;
        }
        if (!tokens.are(open, "{", "type", ":")) {
            return Role.MODULE;
        }
        return switch (tokens.value(open + 3)) {
            case "json" -> Role.JSON;
            case "css" -> Role.STYLE;
            default -> Role.MODULE;
        };
    }
}
