package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Functions.Function;
import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds which chunks a webpack runtime never asks for as scripts: those that hold only styles, or nothing. Its loading
 * function then compares the id with those that have none.
 */
final class ChunkFilter {
    private static final Pattern PLAIN_REGEX = Pattern.compile("/\\^[\\w|()\\[\\]?:.\\-~/\\\\]*\\$/");
    private static final int LONGEST_REGEX = 50_000;
    private static final Set<String> EQUALS = Set.of("==", "===");
    private static final Set<String> DIFFERS = Set.of("!=", "!==");

    private final Tokens tokens;
    private final Literals literals;
    private Optional<Predicate<String>> found = Optional.empty();
    private int count;

    private ChunkFilter(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new Literals(tokens);
    }

    /** Whether an id has a script, as the runtime that a name stands for tells; false for all where that is unclear. */
    static Predicate<String> of(Tokens tokens, String require) {
        for (int at = 0; at < tokens.size(); at++) {
            boolean isLoading = tokens.are(at, require, ".", "f", ".")
                    && (tokens.is(at + 4, "j") || tokens.is(at + 4, "i") || tokens.is(at + 4, "require"))
                    && tokens.is(at + 5, "=");
            if (isLoading) {
                int head = at + 6;
                return Functions.at(tokens, head)
                        .map(function -> new ChunkFilter(tokens).within(function))
                        .orElse(id -> false);
            }
        }
        return id -> true;
    }

    private Predicate<String> within(Function function) {
        int end = tokens.partner(function.body());
        for (int at = function.body(); at < end; at++) {
            comparison(at, function.first());
            regex(at, function.first());
        }
        return switch (count) {
            case 0 -> id -> true;
            case 1 -> found.orElse(id -> false);
            default -> id -> false;
        };
    }

    /** {@code 12 != e}, either way round. */
    private void comparison(int sign, String id) {
        boolean isEqual = EQUALS.contains(tokens.text(sign));
        if (!isEqual && !DIFFERS.contains(tokens.text(sign))) {
            return;
        }
        boolean isFirst = tokens.is(sign - 1, id) && !tokens.is(sign - 2, ".");
        int other = isFirst ? sign + 1 : sign - 1;
        boolean isOfId = isFirst || tokens.is(sign + 1, id);
        if (isOfId && (tokens.isString(other) || tokens.is(other, Kind.NUMBER))) {
            String one = literals.key(other);
            keep(sign + 2, name -> name.equals(one) == isEqual, id);
        }
    }

    private void regex(int at, String id) {
        if (!tokens.is(at, Kind.REGEX) || !tokens.are(at + 1, ".", "test", "(", id, ")")) {
            return;
        }
        String text = tokens.text(at);
        boolean isNegated = tokens.is(at - 1, "!");
        if (text.length() > LONGEST_REGEX || !PLAIN_REGEX.matcher(text).matches()) {
            count += 2;
            return;
        }
        Pattern pattern = Pattern.compile(text.substring(1, text.length() - 1));
        keep(at + 6, name -> pattern.matcher(name).find() != isNegated, id);
    }

    /** Minifiers turn the condition round where that is shorter; then what follows it marks the chunk as there. */
    private void keep(int after, Predicate<String> condition, String id) {
        int at = after;
        while (List.of(")", "?", "&&", "{").contains(tokens.text(at))) {
            at++;
        }
        boolean isTurned = tokens.isName(at) && tokens.are(at + 1, "[", id, "]", "=", "0");
        count++;
        found = Optional.of(isTurned ? condition.negate() : condition);
    }
}
