package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Mention.Anchor;
import java.util.Optional;
import java.util.Set;

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
        int block = tokens.enclosing(runtime);
        Optional<PublicPath> found = Optional.empty();
        int assignments = 0;
        for (int at = 0; at < tokens.size() && assignments < MOST; at++) {
            if (!tokens.are(at, require, ".", "p", "=") || tokens.is(at - 1, ".")) {
                continue;
            }
            assignments++;
            boolean isOfRuntime = isAround(tokens, tokens.enclosing(at), runtime);
            if (!isOfRuntime && !isAround(tokens, block, at)) {
                continue;
            }
            Optional<PublicPath> written = literal(tokens, at + 4);
            Optional<PublicPath> set = written.isPresent() || isOfRuntime ? written : automatic(tokens, at + 4, kind);
            boolean isDoubtful = set.isEmpty() ? isOfRuntime : !isOfRuntime && isOther(found, set.get());
            if (isDoubtful) {
                return Optional.empty();
            }
            found = set.isPresent() ? set : found;
        }
        return found;
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
