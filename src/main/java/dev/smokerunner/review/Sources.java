package dev.smokerunner.review;

import dev.smokerunner.report.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a review are from: numbered, in the order in which they are first named. */
final class Sources {
    private final List<String> all = new ArrayList<>();

    /** The marks of sources, as Markdown writes footnotes. */
    String notes(String... sources) {
        StringBuilder notes = new StringBuilder();
        for (String source : sources) {
            if (!all.contains(source)) {
                all.add(source);
            }
            notes.append(" [^").append(all.indexOf(source) + 1).append(']');
        }
        return notes.toString();
    }

    /** The list of all of them. */
    String list() {
        StringBuilder list = new StringBuilder();
        for (int at = 0; at < all.size(); at++) {
            list.append("[^")
                    .append(at + 1)
                    .append("]: ")
                    .append(MarkdownText.code(all.get(at)))
                    .append('\n');
        }
        return list.toString();
    }
}
