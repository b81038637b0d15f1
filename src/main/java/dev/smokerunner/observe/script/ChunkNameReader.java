package dev.smokerunner.observe.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression that makes a file name of a chunk's id: texts, the id, tables of texts by id, and choices between
 * them. Anything else in it, and nothing is known.
 */
final class ChunkNameReader {
    /** Deeper brackets are no file name. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Literals literals;
    private final String parameter;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private int at;
    private int depth;

    /**
     * A reader of one expression.
     *
     * @param tokens the script
     * @param from the expression's first token
     * @param parameter the name of the id in it
     */
    ChunkNameReader(Tokens tokens, int from, String parameter) {
        this.tokens = tokens;
        this.literals = new Literals(tokens);
        this.parameter = parameter;
        this.at = from;
    }

    /** The token after what was read. */
    int end() {
        return at;
    }

    /** The ids that the expression itself tells, with the tokens that do. */
    Map<String, Integer> ids() {
        return ids;
    }

    /** The expression, or the body of a function that returns it; empty where it holds anything else. */
    Optional<ChunkName> read() {
        return tokens.is(at, "{") ? body() : choice();
    }

    private Optional<ChunkName> body() {
        at++;
        if (tokens.is(at, "if") && ++depth < DEEPEST) {
            at++;
            Optional<String> id = condition();
            Optional<ChunkName> then = id.flatMap(one -> returned());
            at--;
            return then.flatMap(name -> body().map(rest -> name.onlyFor(id.get(), rest)));
        }
        return returned();
    }

    private Optional<ChunkName> returned() {
        if (!tokens.is(at, "return")) {
            return Optional.empty();
        }
        at++;
        Optional<ChunkName> name = choice();
        at += tokens.is(at, ";") ? 1 : 0;
        return name;
    }

    private Optional<ChunkName> choice() {
        if (++depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<String> id = condition();
        if (id.isEmpty()) {
            return alternatives();
        }
        if (!tokens.is(at, "?")) {
            return Optional.empty();
        }
        at++;
        Optional<ChunkName> then = choice();
        if (then.isEmpty() || !tokens.is(at, ":")) {
            return Optional.empty();
        }
        at++;
        return choice().map(other -> then.get().onlyFor(id.get(), other));
    }

    /** {@code 12 === e}, either way round and with or without brackets: the id. */
    private Optional<String> condition() {
        boolean isBracketed = tokens.is(at, "(");
        int from = isBracketed ? at + 1 : at;
        boolean isFirst = tokens.is(from, parameter);
        int id = isFirst ? from + 2 : from;
        boolean isOfParameter = isFirst || tokens.is(from + 2, parameter);
        boolean isClosed = !isBracketed || tokens.is(from + 3, ")");
        if (!isOfParameter || !isClosed || !isEqual(from + 1) || !literals.isPlain(id)) {
            return Optional.empty();
        }
        at = isBracketed ? from + 4 : from + 3;
        ids.putIfAbsent(literals.key(id), id);
        return Optional.of(literals.key(id));
    }

    private boolean isEqual(int sign) {
        return tokens.is(sign, "===") || tokens.is(sign, "==");
    }

    private Optional<ChunkName> alternatives() {
        Optional<ChunkName> name = sum();
        while (name.isPresent() && tokens.is(at, "||")) {
            at++;
            Optional<ChunkName> left = name;
            name = sum().map(right -> left.get().or(right));
        }
        return name;
    }

    private Optional<ChunkName> sum() {
        Optional<ChunkName> sum = term();
        while (sum.isPresent() && tokens.is(at, "+")) {
            at++;
            Optional<ChunkName> left = sum;
            sum = term().map(right -> left.get().then(right));
        }
        return sum;
    }

    private Optional<ChunkName> term() {
        if (tokens.isString(at)) {
            return Optional.of(ChunkName.text(tokens.value(at++)));
        }
        if (tokens.is(at, parameter)) {
            at++;
            return Optional.of(Optional::of);
        }
        if (tokens.is(at, "{")) {
            return table();
        }
        if (!tokens.is(at, "(")) {
            return Optional.empty();
        }
        int close = tokens.partner(at);
        at++;
        Optional<ChunkName> inner = choice();
        boolean isClosed = at == close;
        at++;
        return inner.filter(name -> isClosed);
    }

    private Optional<ChunkName> table() {
        Optional<Map<String, Integer>> table = literals.object(at);
        int close = tokens.partner(at);
        if (table.isEmpty() || !tokens.are(close + 1, "[", parameter, "]")) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> entry : table.get().entrySet()) {
            int value = entry.getValue();
            if (!literals.isPlain(value) || !literals.endsElement(value + 1, at)) {
                return Optional.empty();
            }
            names.put(entry.getKey(), literals.key(value));
            ids.put(entry.getKey(), value);
        }
        at = close + 4;
        return Optional.of(id -> Optional.ofNullable(names.get(id)));
    }
}
