package dev.smokerunner.observe.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A style sheet without comments and without the blanks that no rule depends on. A blank between two selectors or around a
 * plus in a sum means something and stays, as strings do.
 */
final class StyleSpelling {
    private static final String BLANK = " ";
    /** Around these no blank means anything in a value. */
    private static final String LOOSE_IN_VALUE = ",!/*";
    /** Around these no blank means anything in a selector, outside of round brackets. */
    private static final String LOOSE_IN_SELECTOR = ",>~+=";
    /** Around these no blank means anything in what follows an at sign. */
    private static final String LOOSE_IN_RULE = ",:><=";

    private final String source;
    /** Where the last round bracket closes, so that nobody looks for one behind it again and again. */
    private final int lastRound;

    private final StringBuilder spelled = new StringBuilder();
    private List<String> statement = new ArrayList<>();
    private int depth;
    private int at;

    /** What a statement is: on that depends which blanks mean something in it. */
    private enum Kind {
        RULE,
        SELECTOR,
        /** Scripts can read its value as it is spelled. */
        CUSTOM_PROPERTY,
        PROPERTY;

        static Kind of(String first, boolean opens) {
            if (first.equals("@")) {
                return RULE;
            }
            if (opens) {
                return SELECTOR;
            }
            return first.startsWith("--") ? CUSTOM_PROPERTY : PROPERTY;
        }
    }

    private StyleSpelling(String source) {
        this.source = source;
        this.lastRound = source.lastIndexOf(')');
    }

    /** The style sheet as it would be spelled with nothing but what it needs. */
    static String of(String source) {
        StyleSpelling spelling = new StyleSpelling(source);
        spelling.read();
        return spelling.spelled.toString();
    }

    private void read() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("/*", at)) {
                comment();
            } else if (Character.isWhitespace(c)) {
                blank();
                at++;
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (isWord(c)) {
                word();
            } else {
                sign(c);
            }
        }
        end(false);
    }

    /** It parts two words, and is nothing beside anything else. */
    private void comment() {
        int close = source.indexOf("*/", at + 2);
        int next = close < 0 ? source.length() : close + 2;
        boolean parts =
                at > 0 && isWord(source.charAt(at - 1)) && next < source.length() && isWord(source.charAt(next));
        if (parts) {
            statement.add("/**/");
        }
        at = next;
    }

    private void blank() {
        if (!statement.isEmpty() && !statement.get(statement.size() - 1).equals(BLANK)) {
            statement.add(BLANK);
        }
    }

    private void string(char quote) {
        int start = at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, source.length());
        statement.add(source.substring(start, at));
    }

    private void word() {
        int start = at;
        while (at < source.length() && isWord(source.charAt(at))) {
            at += source.charAt(at) == '\\' && at + 1 < source.length() ? 2 : 1;
        }
        String word = source.substring(start, at);
        int close = word.equalsIgnoreCase("url") && source.startsWith("(", at) ? endOfBareAddress() : -1;
        if (close < 0) {
            statement.add(word);
            return;
        }
        statement.add("url(" + source.substring(at + 1, close).strip() + ")");
        at = close + 1;
    }

    /**
     * Where the bracket closes that opens here, if no quote follows it; else -1. An address without quotes is one word, and
     * no sign in it means what it does elsewhere.
     */
    private int endOfBareAddress() {
        int first = at + 1;
        while (first < source.length() && Character.isWhitespace(source.charAt(first))) {
            first++;
        }
        boolean isBare = first < source.length() && "\"'".indexOf(source.charAt(first)) < 0;
        return isBare && at <= lastRound ? source.indexOf(')', at) : -1;
    }

    private void sign(char c) {
        at++;
        depth = Math.max(0, depth + (c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0));
        if (depth > 0 || "{};".indexOf(c) < 0) {
            statement.add(String.valueOf(c));
            return;
        }
        end(c == '{');
        if (c != ';') {
            spelled.append(c);
        }
    }

    private void end(boolean opens) {
        if (!statement.isEmpty() && statement.get(statement.size() - 1).equals(BLANK)) {
            statement.remove(statement.size() - 1);
        }
        if (!statement.isEmpty()) {
            tighten(opens);
            spelled.append(opens ? "" : ";");
        }
        statement = new ArrayList<>();
    }

    private void tighten(boolean opens) {
        Kind kind = Kind.of(statement.get(0), opens);
        int colon = statement.indexOf(":");
        int inside = 0;
        for (int i = 0; i < statement.size(); i++) {
            String part = statement.get(i);
            inside += part.equals("(") ? 1 : part.equals(")") ? -1 : 0;
            if (!part.equals(BLANK) || !isLoose(kind, i, colon, inside)) {
                spelled.append(part);
            }
        }
    }

    /** Whether a blank means nothing where it stands. */
    private boolean isLoose(Kind kind, int index, int colon, int inside) {
        boolean isBesideColon = index - 1 == colon || index + 1 == colon;
        return switch (kind) {
            case RULE -> isLoose(index, LOOSE_IN_RULE);
            case SELECTOR -> isLoose(index, selector(inside));
            case CUSTOM_PROPERTY -> isBesideColon;
            case PROPERTY -> isBesideColon || isLoose(index, LOOSE_IN_VALUE);
        };
    }

    private static String selector(int inside) {
        // A plus in :nth-child(2n + 1) means the same with blanks and without; in calc() it is not in a selector.
        return inside > 0 ? LOOSE_IN_SELECTOR + "-" : LOOSE_IN_SELECTOR;
    }

    private boolean isLoose(int index, String signs) {
        String before = index > 0 ? statement.get(index - 1) : "";
        String after = index + 1 < statement.size() ? statement.get(index + 1) : "";
        return before.equals("(")
                || before.equals("[")
                || after.equals(")")
                || after.equals("]")
                || before.length() == 1 && signs.contains(before)
                || after.length() == 1 && signs.contains(after);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || c == '-'
                || c == '\\'
                || c == '%'
                || c == '.'
                || c == '#'
                || c > 0x7f;
    }
}
