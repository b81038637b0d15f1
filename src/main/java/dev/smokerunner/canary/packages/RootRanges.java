package dev.smokerunner.canary.packages;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The ranges of direct dependencies that a lock was made for. */
public final class RootRanges {
    private RootRanges() {}

    /** The ranges, by name; none where a lock of this kind does not say. */
    public static Map<String, String> of(Path lock) throws PackagesException {
        Map<String, String> ranges = new LinkedHashMap<>();
        if (lock.toString().endsWith(".json")) {
            JsonNode root = Json.file(lock).path("packages").path("");
            List.of("dependencies", "devDependencies", "optionalDependencies")
                    .forEach(section -> ranges.putAll(Json.texts(root.path(section))));
        } else if (lock.endsWith(Pnpm.LOCK)) {
            JsonNode root = Json.yamlFile(lock).path("importers").path(".");
            root.values().forEach(section -> section.properties()
                    .forEach(entry -> ranges.put(
                            entry.getKey(), entry.getValue().path("specifier").asString(""))));
        }
        return ranges;
    }
}
