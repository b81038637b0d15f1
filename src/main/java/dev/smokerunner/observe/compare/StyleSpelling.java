package dev.smokerunner.observe.compare;

import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssTokenizer;
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

    private final StringBuilder spelled = new StringBuilder();
    private List<String> statement = new ArrayList<>();
    private int depth;
    /** Whether a comment stands behind the last part. */
    private boolean isCommented;

    /** What a statement is: on that depends which blanks mean something in it. */
    private enum Kind {
        RULE,
        SELECTOR,
        /** Scripts can read its value as it is spelled. */
        CUSTOM_PROPERTY,
        PROPERTY;

        static Kind of(String first, boolean opens) {
            if (first.startsWith("@")) {
                return RULE;
            }
            if (opens) {
                return SELECTOR;
            }
            return first.startsWith("--") ? CUSTOM_PROPERTY : PROPERTY;
        }
    }

    private StyleSpelling() {}

    /** The style sheet as it would be spelled with nothing but what it needs. */
    static String of(String source) {
        StyleSpelling spelling = new StyleSpelling();
        for (CssToken token : CssTokenizer.of(source)) {
            spelling.read(token);
        }
        spelling.end(false);
        return spelling.spelled.toString();
    }

    private void read(CssToken token) {
        String text = token.text();
        switch (token.kind()) {
            case COMMENT -> isCommented = true;
            case SPACE -> blank();
            case FUNCTION -> {
                add(text.substring(0, text.length() - 1));
                sign('(');
            }
            case URL -> add("url(" + token.address() + ")");
            // The line end belongs to it: without one it would be a string.
            case BAD_STRING -> add(text + "\n");
            case NUMBER -> number(text);
            case SIGN -> sign(text.charAt(0));
            default -> add(text);
        }
    }

    /** A comment parts two words, and is nothing beside anything else. */
    private void add(String part) {
        String before = statement.isEmpty() ? BLANK : statement.get(statement.size() - 1);
        if (isCommented && isWord(before.charAt(before.length() - 1)) && isWord(part.charAt(0))) {
            statement.add("/**/");
        }
        isCommented = false;
        statement.add(part);
    }

    private void blank() {
        if (!statement.isEmpty() && !statement.get(statement.size() - 1).equals(BLANK)) {
            statement.add(BLANK);
        }
    }

    /** The plus of {@code 2n +1} is a sign of its own in a selector, where it means the same with blanks and without. */
    private void number(String text) {
        if (text.startsWith("+")) {
            add("+");
        }
        add(text.startsWith("+") ? text.substring(1) : text);
    }

    private void sign(char c) {
        depth = Math.max(0, depth + (c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0));
        if (depth > 0 || "{};".indexOf(c) < 0) {
            add(String.valueOf(c));
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
        isCommented = false;
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
