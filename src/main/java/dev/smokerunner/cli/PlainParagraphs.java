package dev.smokerunner.cli;

/** Simple Markdown as a terminal shows it: lines of a readable length, code indented and as it is. */
final class PlainParagraphs {
    private static final int WIDTH = 80;
    private static final String CODE = "```";

    private final StringBuilder text = new StringBuilder();

    PlainParagraphs line(String line) {
        text.append(line).append('\n');
        return this;
    }

    PlainParagraphs blank() {
        return line("");
    }

    PlainParagraphs heading(String heading) {
        return blank().line(heading + ":");
    }

    /** Paragraphs, of which one that says what to do begins a line, and code between fences. */
    PlainParagraphs markdown(String markdown) {
        boolean isCode = false;
        StringBuilder paragraph = new StringBuilder();
        for (String line : markdown.split("\n", -1)) {
            if (line.startsWith(CODE)) {
                isCode = !isCode;
                wrap(paragraph);
            } else if (isCode) {
                line("    " + line);
            } else {
                if (line.isBlank() || line.startsWith("Do: ")) {
                    wrap(paragraph);
                }
                paragraph.append(line.strip()).append(' ');
            }
        }
        wrap(paragraph);
        return this;
    }

    private void wrap(StringBuilder paragraph) {
        int column = 0;
        for (String word : paragraph.toString().replace("`", "").strip().split(" +", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column > 0 ? " " : "").append(word);
            column += word.length() + (column > 0 ? 1 : 0);
        }
        if (column > 0) {
            text.append('\n');
        }
        paragraph.setLength(0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
