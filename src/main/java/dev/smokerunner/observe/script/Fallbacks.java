package dev.smokerunner.observe.script;

import java.util.List;

/** Tells whether a script reckons with the failure of an expression, so that it may well have another way. */
final class Fallbacks {
    /** Deeper nesting is not looked at: each step walks over what stands before. */
    private static final int MOST_STEPS = 12;

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
        return isOneOfTwo(first) || isCaught(last) || isTried(first);
    }

    private boolean isOneOfTwo(int first) {
        boolean isBranch = tokens.is(first - 1, "?") || tokens.is(first - 1, ":") || tokens.is(first - 1, "else");
        int open = tokens.is(first - 1, ")") ? tokens.partner(first - 1) : -1;
        boolean isOfIf = open >= 0 && tokens.is(open - 1, "if");
        return isBranch || isOfIf || tokens.is(first - 1, "&&") || tokens.is(first - 1, "||");
    }

    private boolean isCaught(int last) {
        if (tokens.are(last + 1, ".", "catch", "(")) {
            return true;
        }
        boolean isThen = tokens.are(last + 1, ".", "then", "(");
        if (!isThen) {
            return false;
        }
        List<Integer> ways = literals.elements(last + 3);
        int end = tokens.partner(last + 3);
        return ways.size() > 1 || end > last && tokens.are(end + 1, ".", "catch", "(");
    }

    private boolean isTried(int first) {
        int open = tokens.enclosing(first);
        for (int step = 0; open >= 0 && step < MOST_STEPS; step++) {
            if (tokens.is(open, "{") && tokens.is(open - 1, "try")) {
                return true;
            }
            open = tokens.enclosing(open);
        }
        return false;
    }
}
