package dev.smokerunner.observe.script;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.FileRoles;
import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the WebAssembly modules and fonts that a script loads. */
final class Binaries {
    private static final Set<String> STREAMING = Set.of("instantiateStreaming", "compileStreaming");
    private static final Set<String> DECLARATIONS = Set.of("const", "let", "var");
    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')\\s]{1,500})");
    private static final int MOST_URLS = 20;

    private final Tokens tokens;
    private final MentionBook book;
    private final Fallbacks fallbacks;

    Binaries(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.fallbacks = new Fallbacks(tokens);
    }

    void find() {
        Set<String> streamed = streamedNames();
        for (int at = 0; at < tokens.size(); at++) {
            if (STREAMING.contains(tokens.text(at)) && tokens.are(at - 2, "WebAssembly", ".")) {
                streaming(at);
            } else if (tokens.are(at, "fetch", "(")) {
                fetched(at, Demands.NONE);
            } else if (tokens.are(at, "new", "URL", "(") && isDeclared(at)) {
                boolean isStreamed = streamed.contains(tokens.text(at - 2));
                besideModule(at, isStreamed ? Demands.needing(Need.WASM_TYPE) : Demands.NONE);
            } else if (tokens.are(at, "new", "FontFace", "(")) {
                fontFace(at);
            } else if (tokens.isString(at)) {
                fontRule(at);
            }
        }
    }

    /** The names of the addresses that are fetched as {@code WebAssembly.instantiateStreaming(fetch(name))} without another way. */
    private Set<String> streamedNames() {
        Set<String> names = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (STREAMING.contains(tokens.text(at)) && tokens.are(at - 2, "WebAssembly", ".")) {
                int fetch = fetchIn(at);
                if (tokens.are(fetch, "fetch", "(") && tokens.is(fetch + 3, ")") && !hasFallback(at)) {
                    names.add(tokens.text(fetch + 2));
                }
            }
        }
        return names;
    }

    private int fetchIn(int name) {
        return tokens.is(name + 2, "await") ? name + 3 : name + 2;
    }

    private boolean hasFallback(int name) {
        int end = tokens.partner(name + 1);
        int first = tokens.is(name - 3, "await") ? name - 3 : name - 2;
        return end < 0 || fallbacks.has(first, end);
    }

    /** {@code WebAssembly.instantiateStreaming(fetch("x.wasm"))}: without another way it needs the right type. */
    private void streaming(int name) {
        int argument = fetchIn(name);
        if (tokens.are(argument, "fetch", "(")) {
            fetched(argument, hasFallback(name) ? Demands.NONE : Demands.needing(Need.WASM_TYPE));
        }
    }

    private void fetched(int fetch, Demands demands) {
        int argument = fetch + 2;
        if (tokens.are(argument, "new", "URL", "(")) {
            besideModule(argument, demands);
        } else if (isWasm(argument) && (tokens.is(argument + 1, ")") || tokens.is(argument + 1, ","))) {
            add(argument, Anchor.PAGE, demands);
        }
    }

    /** A caller may replace what is only a default by an address of its own; what is declared or fetched is asked for. */
    private boolean isDeclared(int newToken) {
        return tokens.is(newToken - 1, "=") && DECLARATIONS.contains(tokens.text(newToken - 3));
    }

    private void besideModule(int newToken, Demands demands) {
        int string = newToken + 3;
        boolean isBeside = isWasm(string)
                && tokens.is(string + 1, ",")
                && tokens.are(string + 2, "import", ".", "meta", ".", "url");
        if (isBeside) {
            add(string, Anchor.SCRIPT, demands);
        }
    }

    private boolean isWasm(int token) {
        return tokens.isString(token)
                && FileRoles.extension(tokens.value(token)).equals("wasm");
    }

    private void add(int token, Anchor anchor, Demands demands) {
        if (!book.has(token)) {
            book.add(token, anchor, Role.OTHER, Optional.empty(), demands);
        }
    }

    private void fontFace(int newToken) {
        int source = newToken + 5;
        if (tokens.is(source - 1, ",") && tokens.isString(source) && isAlone(source)) {
            fonts(source, false);
        }
    }

    private boolean isAlone(int token) {
        return tokens.is(token + 1, ")") || tokens.is(token + 1, ",");
    }

    /** A style sheet within a script; only what a build put a fingerprint on is surely there. */
    private void fontRule(int token) {
        boolean isRule = tokens.end(token) - tokens.start(token) > "@font-face{}".length()
                && tokens.value(token).contains("@font-face");
        if (isRule) {
            fonts(token, true);
        }
    }

    private void fonts(int token, boolean mustBeBuilt) {
        Matcher url = CSS_URL.matcher(tokens.value(token));
        for (int count = 0; count < MOST_URLS && url.find(); count++) {
            String address = url.group(1);
            boolean isBuilt = FileName.ofAddress(address).fingerprint().isPresent();
            if (FileRoles.role(address) == Role.FONT && (isBuilt || !mustBeBuilt)) {
                book.add(book.at(token, address).with(Anchor.PAGE, Role.FONT, Optional.empty()));
            }
        }
    }
}
