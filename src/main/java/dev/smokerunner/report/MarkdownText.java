package dev.smokerunner.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes hostile text harmless where Markdown is rendered: no link, image, HTML, mention or table cell comes of it.
 *
 * <p>No text of a page may begin a line: what makes a heading or a list there is left alone.
 */
public final class MarkdownText {
    private static final int FIELD = 500;
    private static final String SPECIAL = "\\`*_[]()~$!{}#";

    /** Addresses, mentions, numbers of issues. */
    private static final Pattern LINKED = Pattern.compile("://|(?i:www\\.)|@|#\\d");

    private MarkdownText() {}

    /** A text among words of ours, also in a table or a heading. */
    public static String prose(String text) {
        String line = TerminalText.line(Visible.line(text, FIELD));
        return Arrays.stream(line.split(" ", -1)).map(MarkdownText::word).collect(Collectors.joining(" "));
    }

    /** What renderers make a link of by themselves is code: they look for it in what was rendered, where no escape is left. */
    private static String word(String word) {
        return LINKED.matcher(word).find() ? span(word.replace("|", "\\x7c")) : escaped(word);
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder(word.length() + 16);
        word.chars()
                .mapToObj(character -> switch (character) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    // In a table no backslash helps where another one stands before it.
                    case '|' -> "&#124;";
                    default -> (SPECIAL.indexOf(character) < 0 ? "" : "\\") + (char) character;
                })
                .forEach(escaped::append);
        return escaped.toString();
    }

    /** A text as code, within a line that is not of a table; nothing in it means anything. */
    public static String code(String text) {
        String line = TerminalText.line(Visible.line(text, FIELD));
        return line.isBlank() ? "(nothing)" : span(line);
    }

    private static String span(String line) {
        String fence = "`".repeat(longestRun(line) + 1);
        boolean needsRoom = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") && line.endsWith(" ");
        String room = needsRoom ? " " : "";
        return fence + room + line + room + fence;
    }

    /** A command as a block of code, whole. */
    static String block(String command, int max) {
        return block("sh", List.of(command), max);
    }

    /**
     * Lines as a block of code.
     *
     * @param language what they are, e.g. {@code diff}
     * @param max a longer line is cut after so many characters
     */
    public static String block(String language, List<String> lines, int max) {
        List<String> shown = lines.stream()
                .map(line -> TerminalText.line(Visible.line(line, max)))
                .toList();
        int longest = shown.stream().mapToInt(MarkdownText::longestRun).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + String.join("\n", shown) + "\n" + fence + "\n";
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < line.length(); at++) {
            run = line.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
