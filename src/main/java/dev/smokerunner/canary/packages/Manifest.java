package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code package.json} says.
 *
 * @param name the project's name; empty where it has none
 * @param scripts its scripts, by name
 * @param packageManager what it is worked on with, e.g. {@code pnpm@9.1.0}; empty where it does not say
 * @param sections its direct dependencies with their ranges, by section and name
 */
public record Manifest(
        String name, Map<String, String> scripts, String packageManager, Map<String, Map<String, String>> sections) {
    /** The file's name. */
    public static final String FILE = "package.json";

    private static final List<String> SECTIONS = List.of("dependencies", "devDependencies", "optionalDependencies");

    /** Copies the maps. */
    public Manifest {
        requireNonNull(name);
        requireNonNull(packageManager);
        scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /**
     * That of a project.
     *
     * @throws PackagesException if it has none, or it cannot be read
     */
    public static Manifest of(Path project) throws PackagesException {
        JsonNode root = Json.file(project.resolve(FILE));
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        for (String section : SECTIONS) {
            sections.put(section, Collections.unmodifiableMap(Json.texts(root.path(section))));
        }
        return new Manifest(
                root.path("name").asString(""),
                Json.texts(root.path("scripts")),
                root.path("packageManager").asString(""),
                sections);
    }

    /** The direct dependencies with their ranges. */
    public Map<String, String> ranges() {
        return sections.values().stream()
                .flatMap(section -> section.entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** The names of the direct dependencies. */
    public Set<String> direct() {
        return ranges().keySet();
    }

    /** The section in which a direct dependency stands. */
    public Optional<String> sectionOf(String dependency) {
        return sections.entrySet().stream()
                .filter(section -> section.getValue().containsKey(dependency))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
