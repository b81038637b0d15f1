package dev.smokerunner.observe.script;

import java.util.List;
import java.util.Set;

/**
 * Tells whether a script reckons with the failure of an expression, so that it may well have another way. Who only keeps
 * silent about it, or writes it to the console, has none.
 */
final class Fallbacks {
    /** Deeper nesting is not looked at: each step walks over what stands before. */
    private static final int MOST_STEPS = 12;

    /** What stands before parentheses and calls nothing. */
    private static final Set<String> NO_CALLS = Set.of("async", "function", "if", "for", "while", "switch", "catch");

    private static final Set<String> DECLARATIONS = Set.of("const", "let", "var");

    private final Tokens tokens;
    private final Literals literals;

    Fallbacks(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new Literals(tokens);
    }

    /**
     * Whether an expression is one of two ways, within a {@code try}, or a promise whose failure is caught.
     *
     * @param first its first token
     * @param last its last token
     */
    boolean has(int first, int last) {
        return isOneOfTwo(first) || isCaught(first, last) || isTried(first);
    }

    private boolean isOneOfTwo(int first) {
        boolean isBranch = tokens.is(first - 1, "?") || tokens.is(first - 1, ":") || tokens.is(first - 1, "else");
        int open = tokens.is(first - 1, ")") ? tokens.partner(first - 1) : -1;
        boolean isOfIf = open >= 0 && tokens.is(open - 1, "if");
        return isBranch || isOfIf || tokens.is(first - 1, "&&") || tokens.is(first - 1, "||");
    }

    private boolean isCaught(int first, int last) {
        if (tokens.are(last + 1, ".", "catch", "(")) {
            return isWay(first, last + 3);
        }
        boolean isThen = tokens.are(last + 1, ".", "then", "(");
        if (!isThen) {
            return false;
        }
        List<Integer> ways = literals.elements(last + 3);
        int end = tokens.partner(last + 3);
        return ways.size() > 1 || end > last && tokens.are(end + 1, ".", "catch", "(") && isWay(first, end + 3);
    }

    private boolean isTried(int first) {
        int open = tokens.enclosing(first);
        for (int step = 0; open >= 0 && step < MOST_STEPS; step++) {
            if (tokens.is(open, "{") && tokens.is(open - 1, "try")) {
                return isKept(first) || isHandled(tokens.partner(open));
            }
            open = tokens.enclosing(open);
        }
        return false;
    }

    private boolean isHandled(int tryEnd) {
        int handler = tokens.is(tryEnd + 2, "(") ? tokens.partner(tryEnd + 2) + 1 : tryEnd + 2;
        // Without a catch the code around it handles it.
        return !tokens.is(tryEnd + 1, "catch") || !tokens.is(handler, "{") || isWay(handler);
    }

    /** Whether a handler of a promise may be another way, or what it gives is used for one. */
    private boolean isWay(int first, int open) {
        boolean isName = tokens.isName(open + 1) && tokens.partner(open) == open + 2;
        return isName || isKept(first) || tokens.is(first - 1, "return") || isWay(open);
    }

    /** Whether what stands between braces or parentheses does more than to write to the console. */
    private boolean isWay(int open) {
        if (tokens.partner(open) < 0) {
            // It goes on where nobody reads.
            return true;
        }
        for (int at = open + 1; at < tokens.partner(open); at++) {
            boolean isCall = tokens.is(at, "(")
                    && tokens.isName(at - 1)
                    && !NO_CALLS.contains(tokens.text(at - 1))
                    && !tokens.are(at - 3, "console", ".");
            if (isCall || tokens.is(at, "=") || tokens.is(at, "new") || tokens.is(at, "return")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what an expression gives is kept where other code can see that it is not there. */
    private boolean isKept(int first) {
        int equals = tokens.is(first - 1, "await") ? first - 2 : first - 1;
        return tokens.is(equals, "=") && !DECLARATIONS.contains(tokens.text(equals - 2));
    }
}
