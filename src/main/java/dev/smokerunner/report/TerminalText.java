package dev.smokerunner.report;

/**
 * Makes hostile text harmless for terminals and for the CI systems that read their logs.
 *
 * <p>Escape sequences cannot move the cursor, change a title or fill the clipboard; nothing can break out of its line; and
 * no line reads as a command to GitHub Actions ({@code ::error::}), Azure Pipelines ({@code ##vso[}) or TeamCity ({@code
 * ##teamcity[}).
 */
public final class TerminalText {
    private static final int FIELD = 300;
    private static final String COLON = "\\x3a";
    private static final String HASH = "\\x23";

    private TerminalText() {}

    /** One field of a line, cut to 300 characters. */
    public static String field(String text) {
        return field(text, FIELD);
    }

    /**
     * One field of a line.
     *
     * @param max how many characters to keep at most
     */
    public static String field(String text, int max) {
        return Visible.line(text, max);
    }

    /**
     * A whole line, made of fields and words of ours, that no CI system takes for a command.
     *
     * <p>GitHub's runner ignores white space before {@code ::} and looks for {@code ##[} anywhere in a line, so indenting
     * does not help: the marks themselves are spelled out.
     */
    public static String line(String line) {
        String quiet = line.replace("##", "#" + HASH);
        int start = 0;
        while (start < quiet.length() && isSpace(quiet.charAt(start))) {
            start++;
        }
        return quiet.startsWith("::", start) ? quiet.substring(0, start) + COLON + quiet.substring(start + 1) : quiet;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
