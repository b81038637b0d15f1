package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a webpack runtime finds its files.
 *
 * @param anchor what the path is relative to
 * @param path what comes before each file name; may be empty
 */
record PublicPath(Anchor anchor, String path) {
    /** So many assignments are looked at: each costs a walk to the bracket around it. */
    private static final int MOST = 100;

    /** What makes of a text something else. */
    private static final Set<String> GOES_ON = Set.of("+", ".", "?", "[", "(", "||", "&&");

    /** The path that is set beside a token of the runtime; empty where it is computed in a way that only a browser knows. */
    static Optional<PublicPath> near(Tokens tokens, int runtime, String require, ScriptKind kind) {
        Optional<PublicPath> found = Optional.empty();
        for (int at : assignments(tokens, require)) {
            boolean isOfRuntime = isAround(tokens, tokens.enclosing(at), runtime);
            if (isOfRuntime || isAround(tokens, tokens.enclosing(runtime), at)) {
                Optional<PublicPath> set = set(tokens, at + 4, kind, isOfRuntime);
                if (isDoubtful(set, found, isOfRuntime)) {
                    return Optional.empty();
                }
                found = set.isPresent() ? set : found;
            }
        }
        return found;
    }

    /** The tokens at which the public path is set. */
    private static List<Integer> assignments(Tokens tokens, String require) {
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.are(at, require, ".", "p", "=") && !tokens.is(at - 1, "."))
                .limit(MOST)
                .boxed()
                .toList();
    }

    private static Optional<PublicPath> set(Tokens tokens, int value, ScriptKind kind, boolean isOfRuntime) {
        Optional<PublicPath> written = literal(tokens, value);
        return written.isPresent() || isOfRuntime ? written : automatic(tokens, value, kind);
    }

    private static boolean isDoubtful(Optional<PublicPath> set, Optional<PublicPath> before, boolean isOfRuntime) {
        return set.map(path -> !isOfRuntime && isOther(before, path)).orElse(isOfRuntime);
    }

    private static Optional<PublicPath> literal(Tokens tokens, int value) {
        return tokens.isString(value) && !GOES_ON.contains(tokens.text(value + 1))
                ? Optional.of(new PublicPath(Anchor.PAGE, tokens.value(value)))
                : Optional.empty();
    }

    /** Whether another path was set before: which of them holds in the end, only a browser knows. */
    private static boolean isOther(Optional<PublicPath> before, PublicPath set) {
        return set.anchor() == Anchor.PAGE
                && before.filter(path -> !path.equals(set)).isPresent();
    }

    /** The runtime takes the folder of its own script, and what leads from there to the output's root. */
    private static Optional<PublicPath> automatic(Tokens tokens, int value, ScriptKind kind) {
        int block = tokens.enclosing(value);
        boolean isAutomatic = false;
        boolean isOfModule = false;
        for (int at = block + 1; at < value; at++) {
            isAutomatic |= tokens.isString(at) && tokens.value(at).startsWith("Automatic publicPath");
            isOfModule |= tokens.are(at, "import", ".", "meta");
        }
        // In a module the runtime of a classic script takes any script of the page for its own.
        boolean isCertain = isOfModule || kind != ScriptKind.MODULE;
        if (!isAutomatic || !isCertain || !tokens.isName(value)) {
            return Optional.empty();
        }
        boolean isLonger = tokens.is(value + 1, "+") && tokens.isString(value + 2);
        return Optional.of(new PublicPath(Anchor.SCRIPT, isLonger ? tokens.value(value + 2) : ""));
    }

    private static boolean isAround(Tokens tokens, int open, int at) {
        return open < 0 || (open < at && (tokens.partner(open) < 0 || at < tokens.partner(open)));
    }
}
