package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads literal arrays, objects and argument lists out of tokens. */
final class Literals {
    private final Tokens tokens;

    Literals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The strings that are whole elements between a bracket and its partner; what is computed is left out. */
    List<Integer> strings(int open) {
        List<Integer> strings = new ArrayList<>();
        for (int at : elements(open)) {
            if (tokens.isString(at) && endsElement(at + 1, open)) {
                strings.add(at);
            }
        }
        return strings;
    }

    /** The strings of an array of nothing else; empty where there is anything else in it. */
    Optional<List<Integer>> onlyStrings(int open) {
        if (!tokens.is(open, "[") || tokens.partner(open) < 0) {
            return Optional.empty();
        }
        List<Integer> strings = strings(open);
        return strings.size() == elements(open).size() ? Optional.of(strings) : Optional.empty();
    }

    /** The first tokens of the elements between a bracket and its partner. */
    List<Integer> elements(int open) {
        List<Integer> elements = new ArrayList<>();
        int close = tokens.partner(open);
        int at = open + 1;
        while (at < close) {
            elements.add(at);
            while (at < close && !tokens.is(at, ",")) {
                at = tokens.partner(at) > at ? tokens.partner(at) + 1 : at + 1;
            }
            at++;
        }
        return elements;
    }

    /** The first tokens of an object's values by their keys; empty where it is no object of plain keys. */
    Optional<Map<String, Integer>> object(int open) {
        if (!tokens.is(open, "{") || tokens.partner(open) < 0) {
            return Optional.empty();
        }
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int at : elements(open)) {
            boolean isKey = tokens.isName(at) || tokens.isString(at) || tokens.is(at, Kind.NUMBER);
            if (!isKey || !tokens.is(at + 1, ":")) {
                return Optional.empty();
            }
            values.put(key(at), at + 2);
        }
        return Optional.of(values);
    }

    /** Whether an element consists of the one token before this. */
    boolean endsElement(int at, int open) {
        return tokens.is(at, ",") || at == tokens.partner(open);
    }

    /** Whether a token is a string or a number. */
    boolean isPlain(int token) {
        return tokens.isString(token) || tokens.is(token, Kind.NUMBER);
    }

    /** A key as code looks it up: minifiers write numbers such as {@code 1e3}. */
    String key(int token) {
        return tokens.is(token, Kind.NUMBER) ? number(tokens.text(token)) : tokens.value(token);
    }

    private static String number(String text) {
        if (text.length() > 20) {
            return text;
        }
        try {
            return new java.math.BigDecimal(text).toBigInteger().toString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
