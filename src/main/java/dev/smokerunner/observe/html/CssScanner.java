package dev.smokerunner.observe.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the URLs in CSS text; comments, strings and escapes are read as the CSS syntax has them. */
final class CssScanner {
    private static final Set<String> NAMES_NO_FILE = Set.of("@namespace", "@charset", "@document", "@layer");

    private final String css;
    private final int most;
    private final List<CssUrl> found = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private int at;
    private int depth;
    private int fontFaceDepth = -1;
    private boolean rulesBegan;
    private String atRule = "";

    /**
     * Reads one style sheet or the value of one style attribute.
     *
     * @param css the text
     * @param most how many URLs are enough
     */
    CssScanner(String css, int most) {
        this.css = css;
        this.most = most;
    }

    /**
     * One URL.
     *
     * @param raw its text, escapes undone
     * @param use what it is for
     * @param format the font format that its {@code format()} names, in lower case; empty where none does
     * @param start the offset where {@code url(} or the string begins
     * @param end the offset after it
     */
    record CssUrl(String raw, Use use, String format, int start, int end) {}

    /** What a URL is for. */
    enum Use {
        IMPORT,
        FONT,
        OTHER
    }

    List<CssUrl> scan() {
        while (at < css.length() && found.size() < most) {
            step();
        }
        return found;
    }

    private void step() {
        char c = css.charAt(at);
        if (css.startsWith("/*", at)) {
            int end = css.indexOf("*/", at + 2);
            at = end < 0 ? css.length() : end + 2;
        } else if (c == '"' || c == '\'') {
            string();
        } else if (c == '@' || c == '-' || c == '_' || Character.isLetter(c) || c == '\\') {
            word();
        } else {
            punctuation(c);
            at++;
        }
    }

    private void punctuation(char c) {
        switch (c) {
            case '{' -> open();
            case '}' -> close();
            case ';' -> {
                if (!atRule.isEmpty() && depth == 0) {
                    // Only these may stand before an import; after anything else browsers pass it over.
                    rulesBegan |= !Set.of("@import", "@charset", "@layer").contains(atRule);
                }
                atRule = "";
                functions.clear();
            }
            case '(' -> functions.add("");
            case ')' -> {
                if (!functions.isEmpty()) {
                    functions.remove(functions.size() - 1);
                }
            }
            default -> {
                // Nothing else matters for URLs.
            }
        }
    }

    private void open() {
        if (atRule.equals("@font-face") && fontFaceDepth < 0) {
            fontFaceDepth = depth;
        }
        rulesBegan = true;
        atRule = "";
        depth++;
    }

    private void close() {
        depth = Math.max(0, depth - 1);
        if (depth <= fontFaceDepth) {
            fontFaceDepth = -1;
        }
        atRule = "";
        functions.clear();
    }

    private void word() {
        int start = at;
        at++;
        while (at < css.length() && CssText.isNamePart(css.charAt(at))) {
            at++;
        }
        String name = css.substring(start, at).toLowerCase(Locale.ROOT);
        if (name.startsWith("@")) {
            atRule = name;
        } else if (at < css.length() && css.charAt(at) == '(') {
            at++;
            if (name.equals("url")) {
                url(start);
            } else {
                functions.add(name);
            }
        }
    }

    private void url(int start) {
        CssText.Piece piece = CssText.url(css, at);
        at = piece.end();
        add(piece.text(), start);
    }

    private void string() {
        int start = at;
        CssText.Piece piece = CssText.string(css, at);
        at = piece.end();
        String function = functions.isEmpty() ? "" : functions.get(functions.size() - 1);
        if ((atRule.equals("@import") && function.isEmpty()) || function.endsWith("image-set")) {
            add(piece.text(), start);
        }
    }

    private void add(String raw, int start) {
        boolean isImport = atRule.equals("@import");
        if (NAMES_NO_FILE.contains(atRule) || (isImport && (rulesBegan || depth > 0))) {
            return;
        }
        Use use = isImport ? Use.IMPORT : fontFaceDepth >= 0 ? Use.FONT : Use.OTHER;
        found.add(new CssUrl(raw, use, use == Use.FONT ? CssText.format(css, at) : "", start, at));
        if (isImport) {
            // What follows on the same rule, such as supports(), names no further file.
            atRule = "@layer";
        }
    }
}
