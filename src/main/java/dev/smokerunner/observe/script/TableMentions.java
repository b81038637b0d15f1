package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileTables;
import dev.smokerunner.observe.script.Mention.Anchor;
import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the lists of a deployment's files that a script reads, and the workers that have one. */
final class TableMentions {
    private static final Set<String> LOADERS = Set.of("fetch", "getJSON", "get");

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;

    TableMentions(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    void find(ScriptKind kind) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isString(at) && !book.has(at)) {
                string(at, kind);
            } else if (tokens.is(at, Kind.TEMPLATE) && kind == ScriptKind.WORKER) {
                // The first piece, without the signs around it.
                ofWorker(at, tokens.text(at).replaceFirst("^`", "").replaceFirst("\\$\\{$", ""));
            }
        }
    }

    private void string(int at, ScriptKind kind) {
        String text = tokens.value(at);
        if (FileTables.isWorker(text) && !isSwitchedOff(at)) {
            book.add(at, Anchor.PAGE, Role.WORKER, Optional.of(ScriptKind.WORKER));
        } else if (FileTables.isTable(text) && isLoaded(at)) {
            book.add(at, Anchor.PAGE, Role.JSON, Optional.empty());
        } else if (kind == ScriptKind.WORKER) {
            ofWorker(at, text);
        }
    }

    private void ofWorker(int at, String text) {
        FileTables.ofWorker(text)
                .ifPresent(table -> book.add(book.at(at, table).with(Anchor.SCRIPT, Role.JSON, Optional.empty())));
    }

    private boolean isLoaded(int at) {
        return tokens.is(at - 1, "(") && LOADERS.contains(tokens.text(at - 2));
    }

    /** {@code register("ngsw-worker.js", {enabled: false})}, as builds for development have it. */
    private boolean isSwitchedOff(int at) {
        Map<String, Integer> options =
                tokens.is(at + 1, ",") ? literals.object(at + 2).orElse(Map.of()) : Map.of();
        Integer enabled = options.get("enabled");
        return enabled != null && (tokens.is(enabled, "false") || tokens.are(enabled, "!", "1"));
    }
}
