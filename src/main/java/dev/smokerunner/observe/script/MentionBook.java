package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.html.LineMap;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what one script names, with places. */
final class MentionBook {
    /** A script that names more files names them in a table that is none of those known here. */
    static final int MOST = 10_000;

    private static final int BEFORE = 60;
    private static final int AFTER = 80;

    private final Tokens tokens;
    private final LineMap lines;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<Integer> starts = new HashSet<>();
    private boolean full;

    MentionBook(Tokens tokens, LineMap lines) {
        this.tokens = tokens;
        this.lines = lines;
    }

    /** Keeps what a string names. */
    void add(int token, Anchor anchor, Role role, Optional<ScriptKind> readAs) {
        add(at(token, tokens.value(token)).with(anchor, role, readAs));
    }

    /** Keeps what a string names and what must be true of it. */
    void add(int token, Anchor anchor, Role role, Optional<ScriptKind> readAs, Demands demands) {
        add(at(token, tokens.value(token)).with(anchor, role, readAs).demanding(demands));
    }

    void add(Mention mention) {
        full |= mentions.size() >= MOST;
        if (!full) {
            mentions.add(mention);
            starts.add(mention.range().start());
        }
    }

    /** A mention that stands at a token; who calls says the rest. */
    Mention at(int token, String raw) {
        return new Mention(
                raw, raw, Anchor.PAGE, Role.OTHER, Optional.empty(), range(token), excerpt(token), Demands.NONE);
    }

    /** Whether something is kept that stands at a token. */
    boolean has(int token) {
        return starts.contains(tokens.start(token));
    }

    /** Whether there was more than is kept. */
    boolean isFull() {
        return full;
    }

    /** In the order of their places. */
    List<Mention> all() {
        return mentions.stream()
                .sorted(Comparator.comparingInt(mention -> mention.range().start()))
                .toList();
    }

    private SourceRange range(int token) {
        return lines.range(tokens.start(token), tokens.end(token));
    }

    /** The string with what stands around it: the whole line of a minified file would be the whole file. */
    private String excerpt(int token) {
        String source = tokens.source();
        int start = Math.max(0, tokens.start(token) - BEFORE);
        int end = Math.min(source.length(), Math.min(tokens.end(token), tokens.start(token) + AFTER) + AFTER);
        int lineStart = source.lastIndexOf('\n', tokens.start(token) - 1) + 1;
        int lineEnd = source.indexOf('\n', tokens.start(token));
        int from = Math.max(start, lineStart);
        int to = lineEnd < 0 ? end : Math.min(end, lineEnd);
        String text = source.substring(from, Math.max(from, to)).strip();
        return (from > lineStart ? "…" : "") + text + (to < (lineEnd < 0 ? source.length() : lineEnd) ? "…" : "");
    }
}
