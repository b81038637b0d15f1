package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads results back that {@link JsonReport} wrote. */
public final class StoredResult {
    private StoredResult() {}

    /**
     * The results of a document: one, or those of several environments.
     *
     * <p>What no report tells is not stored, and not read back: symptoms, and the order of causes.
     *
     * @param json the document
     * @param directory where it lies, and its pictures beside it
     * @throws IllegalArgumentException if it holds none, or one that is not whole; the message says what it holds instead
     */
    public static List<SmokeResult> read(byte[] json, Path directory) {
        JsonNode tree = tree(json);
        if (!tree.isArray()) {
            return List.of(result(tree, directory));
        }
        List<SmokeResult> results = new ArrayList<>();
        tree.forEach(one -> results.add(result(one, directory)));
        if (results.isEmpty()) {
            throw new IllegalArgumentException("got an empty list");
        }
        return results;
    }

    private static SmokeResult result(JsonNode tree, Path directory) {
        String schema = tree.path("schema").asString("");
        if (!schema.equals(JsonReport.SCHEMA)) {
            throw new IllegalArgumentException(
                    schema.isEmpty() ? "got JSON without it" : "got the schema \"" + schema + "\"");
        }
        return new ResultTree(new StoredNode(tree, ""), directory).result();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("got no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
