package dev.smokerunner.cli;

import dev.smokerunner.config.ResolvedEntry;
import dev.smokerunner.report.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A resolved config as YAML, with the source of each value in a comment.
 *
 * @param entries its lines
 */
record ResolvedText(List<ResolvedEntry> entries) {
    /** Texts that every YAML reader takes for the same text without quotes: no mark, no number, no word of its own. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*(?:#[A-Za-z][A-Za-z0-9_-]*)?"
            + "|\\./[A-Za-z0-9_./-]*|https?://[A-Za-z0-9._~/?=&%:-]*[A-Za-z0-9/]|[1-9][0-9]*(?:ms|[sm]|x[1-9][0-9]*)");

    private static final Pattern RESERVED = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    /** Columns: comments stand below each other where values are not longer. */
    private static final int COMMENT = 44;

    private static final int LONGEST = 10_000;

    /** The whole text; lines of a source are those of this file. */
    String yaml(String file) {
        StringBuilder yaml = new StringBuilder("# Lines are those of " + TerminalText.field(file) + ".\n");
        List<String> items = new ArrayList<>();
        for (ResolvedEntry entry : entries) {
            // The first key of an item stands beside the item's dash.
            boolean isMapOrListItem = entry.key().isEmpty() && entry.value().isEmpty();
            if (isMapOrListItem) {
                items.add("  ".repeat(entry.depth()) + "- ");
                continue;
            }
            String indent = items.isEmpty() ? "  ".repeat(entry.depth()) : items.get(items.size() - 1);
            items.clear();
            yaml.append(line(indent + text(entry), entry.source())).append('\n');
        }
        return yaml.toString();
    }

    private static String line(String text, String source) {
        return source.isEmpty() ? text : String.format(Locale.ROOT, "%-" + COMMENT + "s  # %s", text, source);
    }

    private static String text(ResolvedEntry entry) {
        String value = entry.value().map(ResolvedText::scalar).orElse("");
        return entry.key()
                .map(key -> quoted(key) + ":" + (value.isEmpty() ? "" : " " + value))
                .orElse("- " + value);
    }

    private static String scalar(JsonNode value) {
        if (value.isContainer()) {
            return value.isArray() ? "[]" : "{}";
        }
        return value.isString() ? quoted(value.asString()) : value.asString();
    }

    /** What a terminal would act on is spelled out, as YAML does it in double quotes. */
    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
            return text;
        }
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("##", "#\\x23");
        return '"' + TerminalText.field(escaped, LONGEST) + '"';
    }
}
