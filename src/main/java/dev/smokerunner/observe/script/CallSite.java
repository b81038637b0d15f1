package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.Locale;

/**
 * The code at a place of a script from which a page asks a server for something.
 *
 * <p>A page that keeps a request open for news asks again as soon as it has an answer, and what a page only reports it asks
 * for no answer; a page that loads its content asks once, and uses the answer. While the first answer is awaited nothing
 * but the code tells them apart.
 */
public final class CallSite {
    private final Tokens tokens;
    private final int at;

    private CallSite(Tokens tokens, int offset) {
        this.tokens = tokens;
        int token = tokenAt(offset);
        // Chromium points at the name of what is called, Firefox at the bracket behind a name that stands alone.
        this.at = tokens.is(token, "(") && tokens.isName(token - 1) ? token - 1 : token;
    }

    /**
     * Looks at a place.
     *
     * @param source the script, or the page in which it stands
     * @param line the line of the place, from 0; a place that does not exist has no code
     * @param column the column of the place, from 0
     */
    public static CallSite of(String source, int line, int column) {
        int offset = offset(source, line, column);
        int from = scriptStart(source, offset);
        int to = from > 0 ? scriptEnd(source, offset) : source.length();
        return new CallSite(ScriptScanner.scan(source, from, to), offset);
    }

    /** Whether it is {@code fetch(…)} as a statement of its own, so that nobody can hear of the answer. */
    public boolean dropsAnswer() {
        int first = tokens.is(at - 1, ".") && tokens.isName(at - 2) ? at - 2 : at;
        int open = at + 1;
        boolean isCall = tokens.is(at, "fetch") && tokens.is(open, "(") && tokens.partner(open) > open;
        return isCall && beginsStatement(first) && endsStatement(tokens.partner(open));
    }

    /** Whether it is {@code fetch(…)} whose answer is read as JSON, and never as text. */
    public boolean readsJson() {
        if (!tokens.is(at, "fetch") || !tokens.is(at + 1, "(") || tokens.partner(at + 1) < at) {
            return false;
        }
        int end = tokens.partner(at + 1) + 1;
        return tokens.are(end, ".", "then", "(") ? readsJson(end + 2, tokens.partner(end + 2)) : awaitsJson(end);
    }

    /** Whether it is {@code (await fetch(…)).json()}, or {@code = await fetch(…)} in a block where that is read as JSON. */
    private boolean awaitsJson(int end) {
        int first = tokens.is(at - 1, ".") ? at - 2 : at;
        if (!tokens.is(first - 1, "await")) {
            return false;
        }
        return tokens.is(first - 2, "=")
                ? readsJson(end, tokens.partner(tokens.enclosing(at)))
                : tokens.are(end, ")", ".", "json", "(");
    }

    private boolean readsJson(int from, int to) {
        boolean isJson = false;
        for (int i = from; i < to; i++) {
            if (tokens.are(i, ".", "text", "(") || tokens.are(i, ".", "blob", "(")) {
                return false;
            }
            isJson |= tokens.are(i, ".", "json", "(");
        }
        return isJson;
    }

    private boolean beginsStatement(int token) {
        return !tokens.has(token - 1)
                || tokens.is(token - 1, ";")
                || tokens.is(token - 1, "{")
                || tokens.is(token - 1, "}");
    }

    private boolean endsStatement(int close) {
        int next = close + 1;
        return !tokens.has(next)
                || tokens.is(next, ";")
                || tokens.is(next, "}")
                || tokens.isName(next) && isOnNextLine(close, next);
    }

    private boolean isOnNextLine(int token, int next) {
        return tokens.source().substring(tokens.end(token), tokens.start(next)).indexOf('\n') >= 0;
    }

    /** Where a place of a script lies in its text; -1 for a place that does not exist. */
    public static int offset(String source, int line, int column) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            int end = source.indexOf('\n', start);
            if (end < 0) {
                return -1;
            }
            start = end + 1;
        }
        int offset = start + column;
        return offset < source.length() ? offset : -1;
    }

    /** Where the script around an offset of a page begins; 0 where the text is no page. */
    private static int scriptStart(String source, int offset) {
        if (offset < 0 || !source.stripLeading().startsWith("<")) {
            return 0;
        }
        int tag = source.lastIndexOf("<script", offset);
        int end = tag < 0 ? -1 : source.indexOf('>', tag);
        return end < 0 || end > offset ? 0 : end + 1;
    }

    private static int scriptEnd(String source, int offset) {
        int end = source.toLowerCase(Locale.ROOT).indexOf("</script", offset);
        return end < 0 ? source.length() : end;
    }

    /**
     * Whether it runs again and again: whether it stands in a loop that waits and has no planned end, or in a function that
     * calls itself later, or sets itself again. A loop that never waits, and a function that calls itself at once, go over
     * what there is, as frameworks go over the parts of a page.
     */
    public boolean repeats() {
        if (at < 0) {
            return false;
        }
        for (int inner = at, open = tokens.enclosing(at); ; inner = open, open = tokens.enclosing(open)) {
            int arrow = tokens.arrowBefore(inner, open);
            if (arrow >= 0 && callsItself(arrow, arrow + 1, expressionEnd(inner)) || isInLoop(inner, open)) {
                return true;
            }
            if (open < 0) {
                return false;
            }
            if (tokens.is(open, "{") && callsItself(headEnd(open), open + 1, tokens.after(open))) {
                return true;
            }
        }
    }

    /** Whether a token stands in a loop that waits, with the bracket around it or without one. */
    private boolean isInLoop(int token, int open) {
        boolean isInBraces =
                tokens.is(open, "{") && endsEndlessHead(open - 1) && tokens.waits(open, tokens.after(open));
        return isInBraces || isInEndlessStatement(token, open) && tokens.waits(open, expressionEnd(token));
    }

    /** The token that begins at an offset, or the last one before it. */
    private int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size() - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (tokens.start(middle) <= offset) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }

    /** Whether the body of a loop whose head plans no end begins after a token. */
    private boolean endsEndlessHead(int last) {
        if (tokens.is(last, "do")) {
            return true;
        }
        int open = tokens.is(last, ")") ? tokens.partner(last) : -1;
        return open > 0
                && (tokens.is(open - 1, "while") || tokens.is(open - 1, "for") && tokens.are(open + 1, ";", ";"));
    }

    /** Whether the statement that holds a token, within a bracket, is the body of such a loop without braces. */
    private boolean isInEndlessStatement(int token, int open) {
        for (int before = token - 1; before > open && !tokens.is(before, ";"); before--) {
            if (endsEndlessHead(before)) {
                return true;
            }
            int partner = tokens.partner(before);
            before = partner >= 0 && partner < before ? partner : before;
        }
        return false;
    }

    /** The last token of the head of the function whose body a brace opens, or -1. */
    private int headEnd(int brace) {
        if (tokens.is(brace - 1, "=>")) {
            return brace - 1;
        }
        return tokens.is(brace - 1, ")") && tokens.partner(brace - 1) >= 0 ? brace - 1 : -1;
    }

    private int expressionEnd(int from) {
        int at = from;
        while (at < tokens.size() && !tokens.is(at, ";") && !tokens.is(at, ",") && !closes(at)) {
            at = tokens.partner(at) > at ? tokens.after(at) : at + 1;
        }
        return at;
    }

    private boolean closes(int at) {
        return tokens.partner(at) >= 0 && tokens.partner(at) < at;
    }

    /** Whether a function calls itself, by the name that stands before its head. */
    private boolean callsItself(int headEnd, int from, int to) {
        String name = nameBefore(headEnd);
        return !name.isEmpty() && new SelfCalls(tokens, name, from, to).exist();
    }

    /** The name of the function whose head ends here: its own, that of a method, or of what it is assigned to. */
    private String nameBefore(int headEnd) {
        if (headEnd < 0) {
            return "";
        }
        int last = tokens.is(headEnd, "=>") ? headEnd - 1 : headEnd;
        int first = tokens.is(last, ")") ? tokens.partner(last) : last;
        int before = first - 1;
        if (tokens.isName(before) && !isWord(before)) {
            return tokens.text(before);
        }
        while (isWord(before)) {
            before--;
        }
        boolean isAssigned = tokens.is(before, "=") || tokens.is(before, ":");
        return isAssigned && tokens.is(before - 1, Kind.NAME) ? tokens.text(before - 1) : "";
    }

    /** Whether a token is a word that stands before functions and blocks, and so is no name. */
    private boolean isWord(int at) {
        return tokens.is(at, "async")
                || tokens.is(at, "function")
                || tokens.is(at, "if")
                || tokens.is(at, "for")
                || tokens.is(at, "while")
                || tokens.is(at, "switch")
                || tokens.is(at, "catch")
                || tokens.is(at, "with");
    }
}
