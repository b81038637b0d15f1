package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.Set;

/**
 * Splits a script into tokens in one pass, however long its lines are. A text that is no JavaScript gives some tokens too;
 * what looks for references in them finds none.
 */
final class ScriptScanner {
    /** A script of 8 MiB, which is as much as is kept of one, has about so many. */
    static final int MOST_TOKENS = 3_000_000;

    private static final Set<String> SIGNS = Set.of(
            "=>", "==", "===", "!=", "!==", "&&", "||", "??", "?.", "++", "--", "...", "+=", "-=", "*=", "??=", "||=",
            "&&=", "<=", ">=", "**");

    /** What the signs above go on with. */
    private static final String LATER = "=>&|?.+-*";

    private final String source;
    private final int end;
    private final Tokens tokens;
    private final RegexOrDivision slashes;
    private int[] open = new int[64];
    private int depth;
    private int strays;
    private int at;

    private ScriptScanner(String source, int from, int to) {
        this.source = source;
        this.at = from;
        this.end = to;
        this.tokens = new Tokens(source);
        this.slashes = new RegexOrDivision(tokens);
    }

    /** The tokens of a stretch of a source. */
    static Tokens scan(String source, int from, int to) {
        ScriptScanner scanner = new ScriptScanner(source, from, to);
        scanner.scan();
        return scanner.tokens;
    }

    private void scan() {
        if (source.startsWith("#!", at)) {
            toLineEnd();
        }
        while (at < end) {
            if (tokens.size() >= MOST_TOKENS) {
                tokens.markCut();
                return;
            }
            step();
        }
        tokens.endWithin(depth > 0 && strays == 0 ? open[depth - 1] : -1);
    }

    private void step() {
        char c = source.charAt(at);
        switch (c) {
            case '/', '<' -> commentOr(c);
            case '"', '\'' -> string(c);
            case '`' -> template(slashes.endsExpression(tokens.size() - 1), -1);
            default -> word(c);
        }
    }

    private void word(char c) {
        if (c <= ' ' || c == '\u00a0' || c == '\ufeff') {
            at++;
        } else if (isDigit(c == '.' ? at + 1 : at)) {
            number();
        } else if (isNamePart(c)) {
            name();
        } else {
            sign(c);
        }
    }

    private boolean isDigit(int index) {
        return index < end && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '$' || c == '#' || c == '\\' || c > 0x7f || Character.isLetterOrDigit(c);
    }

    private void commentOr(char c) {
        if (source.startsWith("//", at) || source.startsWith("<!--", at)) {
            toLineEnd();
        } else if (source.startsWith("/*", at)) {
            int close = source.indexOf("*/", at + 2);
            at = close < 0 ? end : close + 2;
        } else if (c == '/' && slashes.beginsRegex(tokens.size())) {
            regex();
        } else {
            sign(c);
        }
    }

    private void toLineEnd() {
        while (at < end && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }

    private void string(char quote) {
        int start = at++;
        while (at < end && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, end);
        tokens.add(Kind.STRING, start, at);
    }

    /** Reads on in a template, up to its end or its next substitution; its head is -1 where it begins here. */
    private void template(boolean isTagged, int head) {
        int start = at;
        int stop = pieceEnd(start + 1);
        boolean ends = stop >= end || source.charAt(stop) == '`';
        at = Math.min(stop + (ends ? 1 : 2), end);
        boolean isPlain = ends && head < 0 && !isTagged;
        int piece = tokens.add(isPlain ? Kind.STRING : Kind.TEMPLATE, start, at);
        if (!ends) {
            push(head < 0 ? piece : head);
        } else if (head >= 0) {
            tokens.pair(head, piece);
        }
    }

    private int pieceEnd(int from) {
        int stop = from;
        while (stop < end && source.charAt(stop) != '`' && !source.startsWith("${", stop)) {
            stop += source.charAt(stop) == '\\' ? 2 : 1;
        }
        return stop;
    }

    private void regex() {
        int start = at;
        int close = regexEnd(start + 1);
        if (close < 0) {
            sign('/');
            return;
        }
        at = close + 1;
        while (at < end && Character.isLetter(source.charAt(at))) {
            at++;
        }
        tokens.add(Kind.REGEX, start, at);
    }

    /** The slash that ends a regular expression; -1 where its line ends first. */
    private int regexEnd(int from) {
        boolean isInClass = false;
        for (int i = from; i < end && source.charAt(i) != '\n'; i++) {
            char c = source.charAt(i);
            if (c == '/' && !isInClass) {
                return i;
            }
            isInClass = c == '[' || (isInClass && c != ']');
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private void number() {
        int start = at;
        boolean hasDot = false;
        while (at < end && (isDigitOrUnit() || isExponentSign(start) || (source.charAt(at) == '.' && !hasDot))) {
            hasDot |= source.charAt(at) == '.';
            at++;
        }
        tokens.add(Kind.NUMBER, start, at);
    }

    private boolean isDigitOrUnit() {
        return Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_';
    }

    private boolean isExponentSign(int start) {
        char c = source.charAt(at);
        return (c == '+' || c == '-') && (source.charAt(at - 1) | 0x20) == 'e' && !source.startsWith("0x", start);
    }

    private void name() {
        int start = at;
        while (at < end && isNamePart(source.charAt(at))) {
            at++;
        }
        tokens.add(Kind.NAME, start, at);
    }

    private void sign(char c) {
        if (c == '}' && depth > 0 && tokens.is(open[depth - 1], Kind.TEMPLATE)) {
            template(true, open[--depth]);
            return;
        }
        int start = at;
        boolean isTernary = source.startsWith("?.", at) && isDigit(at + 2);
        at += isTernary ? 1 : length();
        pair(c, tokens.add(Kind.SIGN, start, at));
    }

    private void pair(char c, int token) {
        if (c == '(' || c == '[' || c == '{') {
            push(token);
        } else if (depth > 0 && closes(c, open[depth - 1])) {
            tokens.pair(open[--depth], token);
        } else if (c == ')' || c == ']' || c == '}') {
            strays++;
        }
    }

    private int length() {
        boolean mayBeLonger = at + 1 < end && LATER.indexOf(source.charAt(at + 1)) >= 0;
        int length = mayBeLonger ? 3 : 1;
        while (length > 1 && !(at + length <= end && SIGNS.contains(source.substring(at, at + length)))) {
            length--;
        }
        return length;
    }

    private boolean closes(char c, int opening) {
        return (c == ')' && tokens.is(opening, "("))
                || (c == ']' && tokens.is(opening, "["))
                || (c == '}' && tokens.is(opening, "{"));
    }

    private void push(int token) {
        if (depth == open.length) {
            open = java.util.Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = token;
    }
}
