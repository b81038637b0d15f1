package dev.smokerunner.review;

import dev.smokerunner.report.MarkdownText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The Markdown of one section: sentences with their sources, and blanks for what nobody recorded. */
final class SectionText {
    /** What people fill in. */
    static final String BLANK = "`____`";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST_LINE = 300;

    private final Sources sources;
    private final StringBuilder text = new StringBuilder();

    SectionText(Sources sources) {
        this.sources = sources;
    }

    /**
     * A sentence as an item of a list.
     *
     * @param sentence Markdown
     * @param source where it is from
     */
    void item(String sentence, String... source) {
        text.append("- ").append(sentence).append(sources.notes(source)).append('\n');
    }

    /** Something that people have to fill in. */
    void blank(String what) {
        text.append("- ").append(what).append(": ").append(BLANK).append('\n');
    }

    /** A row of a table; the first one is its head. */
    void row(List<String> cells, String... source) {
        text.append("| ")
                .append(String.join(" | ", cells))
                .append(sources.notes(source))
                .append(" |\n");
    }

    /** The line below the head of a table. */
    void rule(int columns) {
        text.append("|").append("---|".repeat(columns)).append('\n');
    }

    /** Lines as a block of code. */
    void block(String language, List<String> lines) {
        text.append('\n')
                .append(MarkdownText.block(language, lines, LONGEST_LINE))
                .append('\n');
    }

    /** A picture. */
    void picture(String file, String what) {
        text.append("\n![").append(what).append("](").append(file).append(")\n\n");
    }

    /** A point in time as reviews write it, in UTC. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
