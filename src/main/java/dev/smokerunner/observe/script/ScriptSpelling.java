package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A script without what its meaning does not depend on: comments, blanks between tokens, line ends that end no statement, and
 * semicolons that end what ends anyway. Templates and regular expressions stay as they are, and so do strings, but for their quotes.
 */
public final class ScriptSpelling {
    /** After these a line end ends the statement (ECMAScript, "restricted productions"). */
    private static final Set<String> ENDED_BY_LINE = Set.of("return", "break", "continue", "throw", "yield", "async");
    /** After these a statement or an expression always goes on. */
    private static final Set<String> GO_ON =
            Set.of(("else do try finally case typeof new void delete in of instanceof var let const function "
                            + "class extends import export default if for while switch catch with")
                    .split(" "));
    /** What stands before brackets after which, or after whose block, a statement begins without a line end. */
    private static final Set<String> HEADS = Set.of("if", "for", "while", "with", "switch", "catch", "await");

    /** A quote in a string, escaped or not, or any other escape. */
    private static final Pattern QUOTE = Pattern.compile("\\\\(['\"])|(\\\\[^'\"])");

    private static final Set<String> BLOCKS = Set.of("else", "do", "try", "finally", ";", "{", "}", "static");
    /** What a value stands after: a function there is no declaration. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "return",
            "typeof",
            "new",
            "void",
            "delete",
            "in",
            "of",
            "await",
            "yield",
            "throw",
            "case",
            "instanceof",
            "extends");

    private final Tokens tokens;

    private ScriptSpelling(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The script as it would be spelled with nothing but tokens; equal for scripts that differ in spelling alone. */
    public static String of(String source) {
        Tokens tokens = ScriptScanner.scan(source, 0, source.length());
        // The rest of a script that is too long to be taken apart stays as it is.
        int known = tokens.isCut() ? tokens.end(tokens.size() - 1) : source.length();
        return new ScriptSpelling(tokens).spelled() + source.substring(known);
    }

    private String spelled() {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (!isSpare(i)) {
                spelled.append(isLineBetween(i - 1, i) && matters(i - 1, i) ? '\n' : '\u0001')
                        .append(word(i));
            }
        }
        return spelled.toString();
    }

    /** Whether it is a semicolon before the end of a block or of the script, which ends the statement as well. */
    private boolean isSpare(int at) {
        return tokens.is(at, ";") && (tokens.is(at + 1, "}") || at + 1 == tokens.size() && !tokens.isCut());
    }

    private String word(int at) {
        String word = tokens.source().substring(tokens.start(at), tokens.end(at));
        boolean isQuoted = tokens.is(at, Kind.STRING) && word.length() > 1 && !word.startsWith("`");
        return isQuoted
                ? '"' + QUOTE.matcher(word.substring(1, word.length() - 1)).replaceAll("$1$2") + '"'
                : word;
    }

    private boolean isLineBetween(int before, int after) {
        if (before < 0) {
            return false;
        }
        for (int at = tokens.end(before); at < tokens.start(after); at++) {
            char c = tokens.source().charAt(at);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** Whether a line end between two tokens may end a statement; in doubt it may. */
    private boolean matters(int before, int after) {
        if (tokens.is(after, "}") || tokens.is(after, ";")) {
            return false;
        }
        if (tokens.isName(before) && ENDED_BY_LINE.contains(tokens.text(before))) {
            return true;
        }
        if (tokens.is(after, "++") || tokens.is(after, "--")) {
            return true;
        }
        return !goesOn(after) && !isOpen(before);
    }

    /** Whether a token cannot begin a statement, or is never taken to begin one where it can go on with the last. */
    private boolean goesOn(int after) {
        String text = tokens.text(after);
        return tokens.is(after, Kind.SIGN)
                        && !Set.of("{", "!", "~", "@", "=>", "...").contains(text)
                || text.startsWith("`")
                || tokens.isName(after) && (text.equals("in") || text.equals("instanceof"));
    }

    /** Whether nothing ends with a token, or all that ends with it needs no line end. */
    private boolean isOpen(int before) {
        String text = tokens.text(before);
        return switch (text) {
            case ")" -> HEADS.contains(headOf(before));
            case "}" -> endsBlock(before);
            case "]", "++", "--" -> false;
            default -> tokens.is(before, Kind.SIGN) || tokens.isName(before) && GO_ON.contains(text);
        };
    }

    private String headOf(int close) {
        int open = tokens.partner(close);
        return open > 0 && open < close ? tokens.text(open - 1) : "";
    }

    /** Whether a brace ends a block, a declared function or a method, and not a value. */
    private boolean endsBlock(int close) {
        int open = tokens.partner(close);
        if (open < 0 || open > close) {
            return false;
        }
        String before = tokens.text(open - 1);
        if (!before.equals(")")) {
            return before.isEmpty() || BLOCKS.contains(before);
        }
        int head = tokens.partner(open - 1) - 1;
        if (HEADS.contains(tokens.text(head))) {
            return true;
        }
        int function = beforeNames(head);
        // A name and brackets before a brace are a method where no function says otherwise.
        return tokens.is(function, "function") ? isDeclared(function) : tokens.isName(head);
    }

    /** What stands before the name of a function and its star: the word {@code function}, if it is one. */
    private int beforeNames(int head) {
        int at = head;
        while (at >= head - 2 && (tokens.is(at, "*") || tokens.isName(at) && !tokens.is(at, "function"))) {
            at--;
        }
        return at;
    }

    private boolean isDeclared(int function) {
        int before = tokens.is(function - 1, "async") ? function - 2 : function - 1;
        String text = tokens.text(before);
        boolean isSign = tokens.is(before, Kind.SIGN);
        return isSign ? Set.of(";", "}", "{", ")", "]").contains(text) : !BEFORE_VALUES.contains(text);
    }
}
