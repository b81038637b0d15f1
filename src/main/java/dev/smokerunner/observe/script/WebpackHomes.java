package dev.smokerunner.observe.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the webpack runtimes in a script, and which stretch of it each of them is at home in: a file may hold several. */
final class WebpackHomes {
    /** More runtimes are in no script. */
    private static final int MOST = 20;

    private final Tokens tokens;
    private final Set<String> withPath = new HashSet<>();
    private final Map<String, Set<Integer>> declared = new HashMap<>();

    private WebpackHomes(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The stretch of a script in which a runtime's name means that runtime.
     *
     * @param from the token before its first
     * @param to the token after its last
     */
    record Home(int from, int to) {
        boolean has(int token) {
            return from < token && token < to;
        }

        private int length() {
            return to - from;
        }

        /** The innermost home of a token. */
        static Optional<Home> of(int token, List<Home> homes) {
            return homes.stream().filter(home -> home.has(token)).min(Comparator.comparing(Home::length));
        }
    }

    /** The homes of a script. */
    static List<Home> in(Tokens tokens) {
        return new WebpackHomes(tokens).homes();
    }

    private List<Home> homes() {
        List<Integer> loaders = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            boolean isSet = isSet(at);
            if (isSet && tokens.is(at + 2, "p")) {
                withPath.add(tokens.text(at));
            } else if (isSet && (tokens.is(at + 2, "e") || tokens.is(at + 2, "u"))) {
                loaders.add(at);
            }
        }
        loaders.removeIf(at -> !withPath.contains(tokens.text(at))
                || Functions.at(tokens, at + 4).isEmpty());
        loaders.forEach(at -> declared.put(tokens.text(at), new HashSet<>()));
        declare();
        return loaders.stream().map(this::home).distinct().limit(MOST).toList();
    }

    /** {@code r.p = …}, and not {@code x.r.p = …}. */
    private boolean isSet(int at) {
        return tokens.isName(at) && tokens.is(at + 1, ".") && tokens.is(at + 3, "=") && !tokens.is(at - 1, ".");
    }

    private void declare() {
        for (int at = 0; !declared.isEmpty() && at < tokens.size(); at++) {
            if (tokens.is(at, "function") && tokens.is(at + 2, "(")) {
                int function = at;
                Optional.ofNullable(declared.get(tokens.text(at + 1)))
                        .ifPresent(blocks -> blocks.add(tokens.enclosing(function)));
            }
        }
    }

    private Home home(int loader) {
        Set<Integer> blocks = declared.getOrDefault(tokens.text(loader), Set.of());
        int block = tokens.enclosing(loader);
        while (block >= 0 && !blocks.contains(block)) {
            block = tokens.enclosing(block);
        }
        return block < 0 ? new Home(-1, tokens.size()) : new Home(block, end(block));
    }

    /** webpack 4 hands the modules to the function that the runtime is in: {@code (function (e) { … })([modules])}. */
    private int end(int block) {
        int end = tokens.partner(block);
        int call = tokens.is(end + 1, ")") ? end + 2 : end + 1;
        return tokens.is(call, "(") && tokens.partner(call) > call ? tokens.partner(call) : end;
    }
}
