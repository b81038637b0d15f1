package dev.smokerunner.observe.script;

import java.util.Set;

/**
 * Finds where a function calls itself, or hands itself on to be called, whatever comes of what it does. One that does so only
 * on a condition or after a failure tries again or walks a tree, and comes to an end.
 */
final class SelfCalls {
    /** What stands before a bracket and a brace, and makes no function. */
    private static final Set<String> STATEMENTS = Set.of("if", "for", "while", "switch", "catch", "with");

    private final Tokens tokens;
    private final String name;
    private final int from;
    private final int to;

    /**
     * Looks into a function.
     *
     * @param name its name
     * @param from the first token of its body
     * @param to the token after its body
     */
    SelfCalls(Tokens tokens, String name, int from, int to) {
        this.tokens = tokens;
        this.name = name;
        this.from = from;
        this.to = to;
    }

    boolean exist() {
        for (int at = from; at < to; at++) {
            if (tokens.isName(at) && tokens.is(at, name) && isUse(at) && !isConditional(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call comes later than what runs now: in a function within the function, or in one that waits. */
    private boolean isLater(int at) {
        return tokens.waits(from, to) || isInInnerFunction(at);
    }

    private boolean isInInnerFunction(int use) {
        for (int inner = use, open = tokens.enclosing(use); ; inner = open, open = tokens.enclosing(open)) {
            boolean isInArrow = tokens.arrowBefore(inner, Math.max(open, from - 1)) >= 0;
            if (isInArrow || open < from) {
                return isInArrow;
            }
            if (tokens.is(open, "{") && isFunctionBody(open)) {
                return true;
            }
        }
    }

    private boolean isFunctionBody(int brace) {
        if (tokens.is(brace - 1, "=>")) {
            return true;
        }
        int head = tokens.is(brace - 1, ")") ? tokens.partner(brace - 1) : -1;
        return head > 0 && (tokens.is(head - 1, "function") || tokens.is(head - 2, "function") || isMethod(head));
    }

    /** Whether it is the head of a method: a name that is no word of a statement. */
    private boolean isMethod(int head) {
        return tokens.isName(head - 1) && !STATEMENTS.contains(tokens.text(head - 1));
    }

    /** Whether a name is called, or is an argument or an option, and is its function's name: not that of another object's method. */
    private boolean isUse(int at) {
        boolean isMember = tokens.is(at - 1, ".") && !tokens.is(at - 2, "this");
        return !isMember && (tokens.is(at + 1, "(") && isLater(at) || isArgument(at) || isOption(at));
    }

    private boolean isArgument(int at) {
        boolean begins = tokens.is(at - 1, "(") || tokens.is(at - 1, ",") || tokens.is(at - 1, ".");
        return begins && (tokens.is(at + 1, ")") || tokens.is(at + 1, ","));
    }

    private boolean isOption(int at) {
        return tokens.is(at - 1, ":") && (tokens.is(at + 1, ",") || tokens.is(at + 1, "}"));
    }

    private boolean isConditional(int use) {
        for (int inner = use, open = tokens.enclosing(use); open >= from; inner = open, open = tokens.enclosing(open)) {
            boolean isAfterFailure = tokens.is(open, "(") && tokens.is(open - 1, "catch")
                    || tokens.is(open, "{") && followsHead(open, "catch");
            if (isAfterFailure || isChosen(inner, open) || tokens.is(open, "{") && isBranch(open)) {
                return true;
            }
        }
        return isChosen(use, Math.max(from - 1, tokens.enclosing(use)));
    }

    private boolean isBranch(int brace) {
        return followsHead(brace, "if") || tokens.is(brace - 1, "else");
    }

    /** Whether a statement's part stands behind a condition without braces, within a bracket. */
    private boolean isChosen(int token, int open) {
        for (int before = token - 1; before > open && !tokens.is(before, ";"); before--) {
            boolean isCondition = tokens.is(before, "?") || tokens.is(before, "&&") || tokens.is(before, "||");
            if (isCondition || followsHead(before + 1, "if") || tokens.is(before, "else")) {
                return true;
            }
            int partner = tokens.partner(before);
            before = partner >= 0 && partner < before ? partner : before;
        }
        return false;
    }

    /** Whether a token comes right after {@code word (…)}, or after the word alone. */
    private boolean followsHead(int token, String word) {
        int open = tokens.is(token - 1, ")") ? tokens.partner(token - 1) : -1;
        return tokens.is(token - 1, word) || open > 0 && tokens.is(open - 1, word);
    }
}
