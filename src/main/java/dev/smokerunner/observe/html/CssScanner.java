package dev.smokerunner.observe.html;

import dev.smokerunner.css.CssToken;
import dev.smokerunner.css.CssTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the URLs in CSS text, among its tokens. */
final class CssScanner {
    private static final Set<String> NAMES_NO_FILE = Set.of("@namespace", "@charset", "@document", "@layer");

    private final CssTokenizer tokens;
    private final int most;
    private final List<CssUrl> found = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private int depth;
    /** Where the innermost function begins. */
    private int functionStart;
    /** Whether the last URL is a font, and its format may follow. */
    private boolean isFormatNext;

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
        this.tokens = new CssTokenizer(css);
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
        // One token more may still name the format of the last.
        while (tokens.hasNext() && (found.size() < most || isFormatNext)) {
            read(tokens.next());
        }
        return found;
    }

    private void read(CssToken token) {
        switch (token.kind()) {
            case AT_KEYWORD -> atRule = "@" + token.name();
            case FUNCTION -> {
                functions.add(token.name());
                functionStart = token.start();
            }
            case URL -> add(token.value(), token.start(), token.end());
            case STRING -> string(token);
            case IDENT -> format(token);
            case SIGN -> sign(token.text().charAt(0));
            default -> {
                // Nothing else matters for URLs.
            }
        }
    }

    private void string(CssToken token) {
        String function = functions.isEmpty() ? "" : functions.get(functions.size() - 1);
        if (function.equals("url")) {
            functions.remove(functions.size() - 1);
            add(token.value(), functionStart, endOfFunction(token));
        } else if ((atRule.equals("@import") && function.isEmpty()) || function.endsWith("image-set")) {
            add(token.value(), token.start(), token.end());
        } else {
            format(token);
        }
    }

    private int endOfFunction(CssToken last) {
        CssToken token = last;
        while (tokens.hasNext() && !token.is(')')) {
            token = tokens.next();
        }
        return token.end();
    }

    private void format(CssToken token) {
        if (isFormatNext
                && !functions.isEmpty()
                && functions.get(functions.size() - 1).equals("format")) {
            CssUrl font = found.remove(found.size() - 1);
            String format = token.name().strip();
            found.add(new CssUrl(font.raw(), font.use(), format, font.start(), font.end()));
            isFormatNext = false;
        }
    }

    private void add(String raw, int start, int end) {
        boolean isImport = atRule.equals("@import");
        if (found.size() >= most || NAMES_NO_FILE.contains(atRule) || (isImport && (rulesBegan || depth > 0))) {
            return;
        }
        Use use = isImport ? Use.IMPORT : fontFaceDepth >= 0 ? Use.FONT : Use.OTHER;
        found.add(new CssUrl(raw, use, "", start, end));
        isFormatNext = use == Use.FONT;
        if (isImport) {
            // What follows on the same rule, such as supports(), names no further file.
            atRule = "@layer";
        }
    }

    private void sign(char c) {
        switch (c) {
            case '{' -> open();
            case '}' -> close();
            case ';' -> {
                isFormatNext = false;
                if (!atRule.isEmpty() && depth == 0) {
                    // Only these may stand before an import; after anything else browsers pass it over.
                    rulesBegan |= !Set.of("@import", "@charset", "@layer").contains(atRule);
                }
                atRule = "";
                functions.clear();
            }
            case ',' -> isFormatNext &= !functions.isEmpty();
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
        isFormatNext = false;
        depth = Math.max(0, depth - 1);
        if (depth <= fontFaceDepth) {
            fontFaceDepth = -1;
        }
        atRule = "";
        functions.clear();
    }
}
