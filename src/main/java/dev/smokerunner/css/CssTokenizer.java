package dev.smokerunner.css;

import dev.smokerunner.css.CssToken.Kind;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Reads the tokens of CSS one by one, as the specification has it (CSS Syntax Level 3, section 4): any text has tokens, they
 * follow each other without gaps, and each sign is read a fixed number of times.
 */
public final class CssTokenizer implements Iterator<CssToken> {
    private static final int MOST_HEX_DIGITS = 6;

    private final String css;
    private int at;
    private boolean isCut;

    /** Reads a style sheet or a part of one. */
    public CssTokenizer(String css) {
        this.css = css;
    }

    /** The tokens of a text, for one loop. */
    public static Iterable<CssToken> of(String css) {
        return () -> new CssTokenizer(css);
    }

    @Override
    public boolean hasNext() {
        return at < css.length();
    }

    @Override
    public CssToken next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int start = at;
        isCut = false;
        Kind kind = read();
        return new CssToken(kind, css.substring(start, at), start, isCut);
    }

    private Kind read() {
        int c = peek(0);
        if (css.startsWith("/*", at)) {
            return comment();
        } else if (isSpace(c)) {
            skipSpace();
            return Kind.SPACE;
        } else if (c == '"' || c == '\'') {
            return string(c);
        } else if (isNumber()) {
            return number();
        } else if (css.startsWith("-->", at)) {
            return skip(3, Kind.CDC);
        } else if (css.startsWith("<!--", at)) {
            return skip(4, Kind.CDO);
        }
        return isName(0) ? word() : sign(c);
    }

    private Kind sign(int c) {
        if (c == '@' && isName(1)) {
            return name(1, Kind.AT_KEYWORD);
        }
        boolean isHash = c == '#' && (isNamePart(peek(1)) || isEscape(1));
        return isHash ? name(1, Kind.HASH) : skip(1, Kind.SIGN);
    }

    private Kind comment() {
        int close = css.indexOf("*/", at + 2);
        isCut = close < 0;
        at = isCut ? css.length() : close + 2;
        return Kind.COMMENT;
    }

    private Kind string(int quote) {
        at++;
        while (hasNext()) {
            int c = peek(0);
            if (c == quote) {
                return skip(1, Kind.STRING);
            } else if (isLineEnd(c)) {
                return Kind.BAD_STRING;
            } else if (c == '\\') {
                skip(css.startsWith("\r\n", at + 1) ? 3 : 2, Kind.STRING);
            } else {
                at++;
            }
        }
        isCut = true;
        return Kind.STRING;
    }

    private Kind number() {
        at += isSign(peek(0)) ? 1 : 0;
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        int sign = isSign(peek(1)) ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            digits();
        }
        if (peek(0) == '%') {
            at++;
        } else if (isName(0)) {
            name(0, Kind.NUMBER);
        }
        return Kind.NUMBER;
    }

    private Kind word() {
        int start = at;
        name(0, Kind.IDENT);
        if (peek(0) != '(') {
            return Kind.IDENT;
        }
        // The longest spelling of the name, each letter as an escape of six digits and a line end, is 27 signs long.
        boolean isUrl =
                at - start <= 27 && CssToken.unescaped(css.substring(start, at)).equalsIgnoreCase("url");
        at++;
        int bracket = at;
        if (isUrl) {
            skipSpace();
            if (peek(0) != '"' && peek(0) != '\'') {
                return address();
            }
            at = bracket;
        }
        return Kind.FUNCTION;
    }

    private Kind address() {
        Kind kind = Kind.URL;
        while (hasNext()) {
            int c = peek(0);
            if (c == ')') {
                return skip(1, kind);
            } else if (isEscape(0)) {
                escape();
            } else if (isSpace(c)) {
                skipSpace();
                kind = hasNext() && peek(0) != ')' ? Kind.BAD_URL : kind;
            } else {
                kind = "\"'(\\".indexOf(c) >= 0 || isUnprintable(c) ? Kind.BAD_URL : kind;
                at++;
            }
        }
        isCut = true;
        return kind;
    }

    private Kind name(int from, Kind kind) {
        at += from;
        while (isNamePart(peek(0)) || isEscape(0)) {
            if (peek(0) == '\\') {
                escape();
            } else {
                at++;
            }
        }
        return kind;
    }

    private void escape() {
        at++;
        int most = at + MOST_HEX_DIGITS;
        if (Character.digit(peek(0), 16) < 0 || peek(0) > 0x7f) {
            skip(1, Kind.IDENT);
            return;
        }
        while (at < most && peek(0) <= 0x7f && Character.digit(peek(0), 16) >= 0) {
            at++;
        }
        at += css.startsWith("\r\n", at) ? 2 : isSpace(peek(0)) ? 1 : 0;
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private Kind skip(int many, Kind kind) {
        at = Math.min(css.length(), at + many);
        return kind;
    }

    /** The sign so many places on; -1 behind the end. */
    private int peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : -1;
    }

    private boolean isNumber() {
        int first = isSign(peek(0)) ? 1 : 0;
        return isDigit(peek(first)) || peek(first) == '.' && isDigit(peek(first + 1));
    }

    private boolean isName(int ahead) {
        int first = peek(ahead);
        boolean isDashed =
                first == '-' && (peek(ahead + 1) == '-' || isNameStart(peek(ahead + 1)) || isEscape(ahead + 1));
        return isDashed || isNameStart(first) || isEscape(ahead);
    }

    private boolean isEscape(int ahead) {
        return peek(ahead) == '\\' && !isLineEnd(peek(ahead + 1));
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7f;
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(int c) {
        return c == '+' || c == '-';
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static boolean isUnprintable(int c) {
        return c <= 0x8 || c == 0xb || c >= 0xe && c <= 0x1f || c == 0x7f;
    }
}
