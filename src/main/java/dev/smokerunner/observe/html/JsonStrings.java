package dev.smokerunner.observe.html;

import dev.smokerunner.observation.SourceRange;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/** Reads the strings of a JSON text, each with what leads to it and its place: once, in linear time. */
final class JsonStrings {
    /** Deeper lies nothing that a list of files says. */
    private static final int DEEPEST = 6;

    /** A list of files has an entry or two for each; the largest known applications have some thousands. */
    private static final int MOST = 50_000;

    private static final int LONGEST_EXCERPT = 200;

    private final String text;
    private final LineMap lines;
    private final List<Entry> entries = new ArrayList<>();

    private JsonStrings(String text) {
        this.text = text;
        this.lines = new LineMap(text);
    }

    /**
     * A string of a JSON text.
     *
     * @param path the keys that lead to it, the outermost first; of an array the index
     * @param value what it says
     * @param range where it stands, with its key where it has one
     * @param excerpt its text, with its key
     */
    record Entry(List<String> path, String value, SourceRange range, String excerpt) {
        /** A part of the path; empty where it is not so long. */
        String key(int depth) {
            return depth < path.size() ? path.get(depth) : "";
        }

        String lastKey() {
            return path.isEmpty() ? "" : path.get(path.size() - 1);
        }

        List<String> parent() {
            return path.isEmpty() ? path : path.subList(0, path.size() - 1);
        }
    }

    /** The strings in their order; of a text that is no JSON those before the mistake. */
    static List<Entry> of(String text) {
        JsonStrings strings = new JsonStrings(text);
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            strings.read(parser);
        } catch (JacksonException e) {
            // Whoever reads the list will say so; what stands before it is still stated.
            return List.copyOf(strings.entries);
        }
        return List.copyOf(strings.entries);
    }

    private void read(JsonParser parser) {
        int key = 0;
        for (JsonToken token = parser.nextToken(); token != null && entries.size() < MOST; token = parser.nextToken()) {
            int at = (int) parser.currentTokenLocation().getCharOffset();
            if (token == JsonToken.PROPERTY_NAME) {
                key = at;
            } else if (token == JsonToken.VALUE_STRING) {
                boolean hasKey = parser.streamReadContext().inObject();
                add(parser, hasKey ? key : at, at);
            }
        }
    }

    private void add(JsonParser parser, int start, int at) {
        List<String> path = path(parser.streamReadContext());
        if (path.size() > DEEPEST) {
            return;
        }
        String value = parser.getString();
        int end = Math.min(text.length(), at + value.length() + 2);
        entries.add(new Entry(
                path,
                value,
                lines.range(start, Math.max(start, end)),
                text.substring(start, Math.min(end, start + LONGEST_EXCERPT))));
    }

    private static List<String> path(TokenStreamContext innermost) {
        List<String> path = new ArrayList<>();
        for (TokenStreamContext at = innermost; at != null && !at.inRoot(); at = at.getParent()) {
            path.add(0, at.inArray() ? Integer.toString(at.getCurrentIndex()) : String.valueOf(at.currentName()));
            if (path.size() > DEEPEST) {
                return path;
            }
        }
        return path;
    }
}
