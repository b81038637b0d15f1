package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.Set;

/** Tells from the tokens before it whether a slash begins a regular expression. */
final class RegexOrDivision {
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "delete",
            "void",
            "throw",
            "new",
            "else",
            "do",
            "instanceof",
            "yield",
            "await");
    private static final Set<String> WITH_CONDITION = Set.of("if", "while", "for", "with");
    private static final Set<String> BEFORE_BLOCK = Set.of(")", "=>", ";", "{", "}");
    private static final Set<String> BLOCK_WORDS = Set.of("else", "do", "try", "finally");

    private final Tokens tokens;

    RegexOrDivision(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a slash that would be the token of this index begins a regular expression. */
    boolean beginsRegex(int index) {
        return !endsExpression(index - 1);
    }

    /** Whether an expression may end with a token. */
    boolean endsExpression(int index) {
        if (!tokens.has(index)) {
            return false;
        }
        return switch (tokens.kind(index)) {
            case NAME -> !isWord(index, BEFORE_EXPRESSION);
            case NUMBER, STRING, REGEX -> true;
            case TEMPLATE -> tokens.partner(index) >= 0;
            case SIGN -> signEndsExpression(index);
        };
    }

    private boolean signEndsExpression(int index) {
        int opening = tokens.partner(index);
        if (tokens.is(index, ")")) {
            return !isWord(opening - 1, WITH_CONDITION);
        }
        if (tokens.is(index, "}")) {
            return opening >= 0 && opensObject(opening);
        }
        return tokens.is(index, "]") || tokens.is(index, "++") || tokens.is(index, "--");
    }

    private boolean opensObject(int brace) {
        int before = brace - 1;
        if (tokens.isName(before)) {
            return isWord(before, BEFORE_EXPRESSION) && !isWord(before, BLOCK_WORDS);
        }
        return tokens.is(before, Kind.SIGN) && !BEFORE_BLOCK.contains(tokens.text(before));
    }

    private boolean isWord(int index, Set<String> words) {
        return tokens.isName(index) && !tokens.is(index - 1, ".") && words.contains(tokens.text(index));
    }
}
