package dev.smokerunner.check.text;

import dev.smokerunner.check.wording.Format;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first place at which a text is no JSON (RFC 8259), so that no browser reads it.
 *
 * @param line its line, from 1
 * @param column its column, from 1
 * @param excerpt what stands there
 */
public record JsonFlaw(int line, int column, String excerpt) {
    private static final Pattern TOKEN = Pattern.compile(
            "[ \\t\\r\\n]++|[\\[\\]{},:]|\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\""
                    + "|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\\w.])|(?:true|false|null)(?!\\w)");
    private static final int BEFORE = 20;
    private static final int BEHIND = 40;

    /** What may come next. */
    private enum Next {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    /** The flaw of a text that begins like a collection; empty where it is whole, or just ends too early. */
    public static Optional<JsonFlaw> of(String text) {
        Deque<Character> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(text);
        Next next = Next.VALUE;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            if (!token.region(at, text.length()).lookingAt()) {
                return Optional.of(flaw(text, at));
            }
            char first = text.charAt(at);
            if (" \t\r\n".indexOf(first) < 0) {
                Optional<Next> then = then(next, first, open);
                if (then.isEmpty()) {
                    // Several collections one after another are lines of JSON, which are read line by line.
                    return next == Next.NOTHING ? Optional.empty() : Optional.of(flaw(text, at));
                }
                next = then.get();
            }
            at = token.end();
        }
        return Optional.empty();
    }

    private static Optional<Next> then(Next expected, char first, Deque<Character> open) {
        return switch (first) {
            case '{', '[' -> value(expected, opened(first, open));
            case '}', ']' -> closed(expected, first, open);
            case ',' ->
                expected == Next.COMMA_OR_END
                        ? Optional.of(open.peek() == '{' ? Next.NAME : Next.VALUE)
                        : Optional.empty();
            case ':' -> expected == Next.COLON ? Optional.of(Next.VALUE) : Optional.empty();
            case '"' ->
                expected == Next.NAME || expected == Next.NAME_OR_END
                        ? Optional.of(Next.COLON)
                        : value(expected, behindValue(open));
            default -> value(expected, behindValue(open));
        };
    }

    private static Next opened(char bracket, Deque<Character> open) {
        open.push(bracket);
        return bracket == '{' ? Next.NAME_OR_END : Next.VALUE_OR_END;
    }

    private static Optional<Next> value(Next expected, Next behind) {
        return expected == Next.VALUE || expected == Next.VALUE_OR_END ? Optional.of(behind) : Optional.empty();
    }

    private static Optional<Next> closed(Next expected, char bracket, Deque<Character> open) {
        boolean isAllowed =
                expected == Next.COMMA_OR_END || expected == (bracket == '}' ? Next.NAME_OR_END : Next.VALUE_OR_END);
        if (!isAllowed || open.peek() != (bracket == '}' ? '{' : '[')) {
            return Optional.empty();
        }
        open.pop();
        return Optional.of(behindValue(open));
    }

    private static Next behindValue(Deque<Character> open) {
        return open.isEmpty() ? Next.NOTHING : Next.COMMA_OR_END;
    }

    private static JsonFlaw flaw(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        String excerpt = text.substring(Math.max(0, at - BEFORE), Math.min(text.length(), at + BEHIND));
        return new JsonFlaw(line, at - lineStart + 1, Format.line(excerpt, BEFORE + BEHIND));
    }
}
