package dev.smokerunner.config;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The keys of the format whose feature is not yet built: whoever uses one must not believe that it does something. */
final class NotBuilt {
    private final Problems problems;

    NotBuilt(Problems problems) {
        this.problems = problems;
    }

    /** Refuses these keys, and takes them out of the tree. */
    void refuse(JsonNode root) {
        refuse(root, JsonPointer.empty(), List.of("metrics"));
    }

    private void refuse(JsonNode node, JsonPointer at, List<String> keys) {
        if (node instanceof ObjectNode map) {
            for (String key : keys) {
                if (map.has(key)) {
                    map.remove(key);
                    problems.addKey(at.appendProperty(key), "not yet built; remove this key");
                }
            }
        }
    }
}
