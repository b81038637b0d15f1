package dev.smokerunner.observe.script;

import java.util.List;
import java.util.Optional;

/** Reads the heads of functions. */
final class Functions {
    private Functions() {}

    /**
     * A function.
     *
     * @param parameters the names of its parameters
     * @param body the first token of its body: a brace, or that of an arrow's expression
     */
    record Function(List<String> parameters, int body) {
        String first() {
            return parameters.isEmpty() ? "" : parameters.get(0);
        }
    }

    /** The function whose first token this is; empty where it is none, or its parameters are not plain names. */
    static Optional<Function> at(Tokens tokens, int from) {
        if (tokens.isName(from) && tokens.is(from + 1, "=>")) {
            return Optional.of(new Function(List.of(tokens.text(from)), from + 2));
        }
        boolean isArrow = tokens.is(from, "(");
        int open = isArrow ? from : tokens.is(from + 1, "(") ? from + 1 : from + 2;
        int close = tokens.partner(open);
        boolean isHead = tokens.is(open, "(") && close > open;
        boolean isFunction = isArrow ? tokens.is(close + 1, "=>") : tokens.is(from, "function");
        if (!isHead || !isFunction) {
            return Optional.empty();
        }
        List<String> parameters =
                new Literals(tokens).elements(open).stream().map(tokens::text).toList();
        return Optional.of(new Function(parameters, close + (isArrow ? 2 : 1)));
    }

    /** The names of the parameters of the function or method whose body a brace opens; empty where it is none's. */
    static List<String> parametersOf(Tokens tokens, int brace) {
        int close = tokens.is(brace - 1, "=>") ? brace - 2 : brace - 1;
        if (!tokens.is(brace, "{") || !tokens.is(close, ")") || tokens.partner(close) < 0) {
            return List.of();
        }
        return new Literals(tokens)
                .elements(tokens.partner(close)).stream().map(tokens::text).toList();
    }
}
