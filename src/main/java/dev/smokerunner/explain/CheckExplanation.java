package dev.smokerunner.explain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check means, in the words of its file.
 *
 * @param check the check's name
 * @param impact what its findings weigh
 * @param meaning what it looks at
 * @param sections its further parts by their headings: how it is judged, how to tune it, an example
 * @param kinds what each kind of its findings means, and what to do; a name that ends with a hyphen stands for a family
 */
public record CheckExplanation(
        String check, String impact, String meaning, Map<String, String> sections, Map<String, String> kinds) {
    private static final String KINDS = "Kinds";
    private static final String IMPACT = "Impact:";

    /** Copies the maps. */
    public CheckExplanation {
        requireNonNull(check);
        requireNonNull(impact);
        requireNonNull(meaning);
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /**
     * Reads a file.
     *
     * @param text Markdown: the check's name as its title, its impact, what it means; then parts with headings, the last of
     *     which holds the kinds
     */
    static CheckExplanation read(String text) {
        Map<String, String> sections = parts(text, "## ");
        Map<String, String> kinds = parts(sections.getOrDefault(KINDS, ""), "### ");
        String[] start = text.substring(0, text.indexOf("\n## ")).strip().split("\n", 3);
        sections.remove(KINDS);
        return new CheckExplanation(
                start[0].substring(1).strip(),
                start[1].substring(IMPACT.length()).strip(),
                start[2].strip(),
                sections,
                kinds);
    }

    /** The first sentence of what it means. */
    public String gist() {
        String line = meaning.replace('\n', ' ');
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    /** What is between headings of one level, by the headings. */
    private static Map<String, String> parts(String text, String mark) {
        Map<String, String> parts = new LinkedHashMap<>();
        String[] pieces = ("\n" + text).split("\n" + mark, -1);
        for (int i = 1; i < pieces.length; i++) {
            String[] piece = pieces[i].split("\n", 2);
            parts.put(piece[0].strip(), piece.length > 1 ? piece[1].strip() : "");
        }
        return parts;
    }
}
