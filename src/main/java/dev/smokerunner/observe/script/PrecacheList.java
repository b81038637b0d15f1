package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.StatedDigest;
import dev.smokerunner.observation.StatedDigest.Keeper;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a service worker stores when it is installed: lists of {@code {url, revision}} as Workbox writes them and of
 * {@code {url, hash}} as Blazor does, and the texts that it hands to {@code addAll}. One that is missing keeps the whole worker from being installed.
 */
final class PrecacheList {
    private static final Set<String> KEYS = Set.of("url", "revision", "integrity", "hash");
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern INTEGRITY = Pattern.compile("sha(256|384|512)-.{40,}");
    /** So many names are looked up: each costs a walk through the script. */
    private static final int MOST_NAMES = 20;

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;
    private int names;

    PrecacheList(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    void find() {
        boolean hasOwnLoader = false;
        for (int at = 0; at < tokens.size(); at++) {
            hasOwnLoader |= tokens.are(at, "self", ".", "define", "=");
            if (tokens.is(at, "{")) {
                entry(at);
            } else if (tokens.are(at, ".", "addAll", "(")) {
                addAll(at + 3);
            } else if (hasOwnLoader && tokens.are(at, "define", "(", "[")) {
                define(at + 2);
            }
        }
    }

    private void entry(int open) {
        boolean isInList = tokens.is(open - 1, "[") || tokens.is(open - 1, ",");
        if (!isInList || !KEYS.contains(tokens.value(open + 1))) {
            return;
        }
        Map<String, Integer> entry = literals.object(open).orElse(Map.of());
        Integer url = entry.get("url");
        if (url != null
                && KEYS.containsAll(entry.keySet())
                && (isRevision(entry.get("revision"))
                        || text(entry, "hash", INTEGRITY).isPresent())
                && tokens.isString(url)
                && literals.endsElement(url + 1, open)) {
            store(url, stated(entry));
        }
    }

    /** The integrity with which the worker asks, else the revision, which may be anything that changes. */
    private Demands stated(Map<String, Integer> entry) {
        Optional<String> integrity = Stream.of("integrity", "hash")
                .flatMap(key -> text(entry, key, INTEGRITY).stream())
                .findFirst();
        return integrity
                .map(digest -> Demands.stating(new StatedDigest(digest, Keeper.RELEASE)))
                .or(() -> text(entry, "revision", REVISION)
                        .map(digest -> Demands.stating(new StatedDigest(digest, Keeper.REVISION))))
                .orElse(Demands.NONE);
    }

    /** What a key of an entry says, where it is a text of a form. */
    private Optional<String> text(Map<String, Integer> entry, String key, Pattern form) {
        return Optional.ofNullable(entry.get(key))
                .filter(tokens::isString)
                .map(tokens::value)
                .filter(text -> form.matcher(text).matches());
    }

    private boolean isRevision(@org.jspecify.annotations.Nullable Integer token) {
        return token != null && (tokens.isString(token) || tokens.is(token, "null"));
    }

    private void addAll(int argument) {
        if (tokens.is(argument, "[")) {
            literals.strings(argument).forEach(token -> store(token, Demands.NONE));
        } else if (tokens.isName(argument) && tokens.is(argument + 1, ")") && names++ < MOST_NAMES) {
            literals.strings(onlyArray(tokens.text(argument))).forEach(token -> store(token, Demands.NONE));
        }
    }

    /** The array that a name stands for, where the script sets it once; else -1. */
    private int onlyArray(String name) {
        int found = -1;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, name) && tokens.is(at + 1, "=") && !tokens.is(at - 1, ".")) {
                boolean isSecond = found >= 0 || !tokens.is(at + 2, "[");
                if (isSecond) {
                    return -1;
                }
                found = at + 2;
            }
        }
        return found;
    }

    private void store(int token, Demands demands) {
        Role role = FileRoles.role(tokens.value(token));
        Optional<ScriptKind> readAs =
                switch (role) {
                    case SCRIPT -> Optional.of(ScriptKind.CLASSIC);
                    case MODULE -> Optional.of(ScriptKind.MODULE);
                    default -> Optional.empty();
                };
        book.add(token, Anchor.PAGE, role, readAs, demands);
    }

    /** The loader that Workbox's builds bring along adds the extension. */
    private void define(int open) {
        List<Integer> names = literals.onlyStrings(open).orElse(List.of());
        for (int token : names) {
            String name = tokens.value(token);
            if (name.startsWith("./")) {
                book.add(book.at(token, name + ".js").with(Anchor.SCRIPT, Role.SCRIPT, Optional.of(ScriptKind.WORKER)));
            }
        }
    }
}
