package dev.smokerunner.report;

import dev.smokerunner.report.html.Rating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of a console report: every text passes here on its way to a terminal, and none can break out of its line. */
final class ConsoleLines {
    private static final int LABEL = 9;
    private static final int FACT = 11;
    /** A safety net for lines that are put together; their fields are cut much earlier. */
    private static final int LINE = 5_000;

    private final Appendable out;
    private final ConsoleStyle style;

    ConsoleLines(Appendable out, ConsoleStyle style) {
        this.out = out;
        this.style = style;
    }

    /** An empty line. */
    void blank() throws IOException {
        out.append('\n');
    }

    /** A line that begins with a word in colour; never wrapped, since it holds names and addresses. */
    void heading(Rating rating, String label, String text) throws IOException {
        String padded = label + " ".repeat(Math.max(2, LABEL - label.length()));
        String line = harmless(padded + text);
        out.append(style.colour() ? coloured(rating, label) + line.substring(label.length()) : line)
                .append('\n');
    }

    /** A sentence below a heading. */
    void text(String text) throws IOException {
        wrapped("", LABEL, text);
    }

    /** A named fact below a heading, or more of the one before if it has no name; nothing if it is empty. */
    void fact(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            wrapped(name.isEmpty() ? "" : name + ":", LABEL + FACT, value);
        }
    }

    /** A named fact that is to be copied, so it stays in one line. */
    void verbatim(String name, String value) throws IOException {
        append(labelled(name + ":", LABEL + FACT) + value);
    }

    private void wrapped(String label, int indent, String text) throws IOException {
        String start = labelled(label, indent);
        for (String line : wrap(Visible.line(text, LINE), style.width() - indent)) {
            append(start + line);
            start = " ".repeat(indent);
        }
    }

    private static String labelled(String label, int indent) {
        String start = " ".repeat(LABEL) + label;
        return start + " ".repeat(Math.max(0, indent - start.length()));
    }

    private void append(String line) throws IOException {
        out.append(harmless(line)).append('\n');
    }

    private static String harmless(String line) {
        return TerminalText.line(Visible.line(line, LINE)).stripTrailing();
    }

    /** Breaks at spaces only: a long address stays whole, and so does an escape. */
    private List<String> wrap(String text, int width) {
        if (style.width() == 0 || text.length() <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String coloured(Rating rating, String word) {
        String code =
                switch (rating) {
                    case GOOD -> "32";
                    case BAD -> "1;31";
                    case UNSURE -> "1;33";
                    case CALM -> "36";
                };
        return "\u001b[" + code + "m" + word + "\u001b[0m";
    }
}
