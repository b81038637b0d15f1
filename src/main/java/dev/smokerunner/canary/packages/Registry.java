package dev.smokerunner.canary.packages;

import dev.smokerunner.canary.build.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the registry of a project tells of packages, by npm and its settings. */
public final class Registry {
    /** It warns of settings that only another package manager knows, and says so among its answers. */
    private static final String QUIET = "--loglevel=error";

    private final Programs programs;
    private final Path directory;

    /**
     * The registry.
     *
     * @param directory a project, whose settings say where it is
     */
    public Registry(Programs programs, Path directory) {
        this.programs = programs;
        this.directory = directory;
    }

    /** All versions of a package, in the order of the registry; none where it tells none. */
    public List<String> versions(String name) throws PackagesException, InterruptedException {
        return PackageFacts.versions(view(name, "versions"));
    }

    /** What is known of a package; absent where the registry does not have it. */
    public Optional<PackageFacts> facts(String name) throws PackagesException, InterruptedException {
        JsonNode view = view(name);
        return view.isObject() ? Optional.of(PackageFacts.read(name, view)) : Optional.empty();
    }

    /**
     * What the manifest must ask for to get the newest version of each direct dependency that has one out of range, in the manner
     * of its own range.
     */
    public Map<String, String> newestRanges(Manifest manifest) throws PackagesException, InterruptedException {
        // It ends with 1 where something is outdated.
        Ending ending = programs.end(directory, List.of("npm", "outdated", QUIET, "--json"));
        Map<String, String> ranges = new LinkedHashMap<>();
        Json.text(ending.output()).properties().forEach(entry -> {
            String latest = entry.getValue().path("latest").asString("");
            String wanted = entry.getValue().path("wanted").asString("");
            String range = manifest.ranges().getOrDefault(entry.getKey(), "");
            if (Versions.OLDEST_FIRST.compare(latest, wanted) > 0 && !range.isEmpty()) {
                ranges.put(entry.getKey(), operator(range) + latest);
            }
        });
        return ranges;
    }

    private static String operator(String range) {
        return range.startsWith("~") || range.startsWith("^") ? range.substring(0, 1) : "";
    }

    private JsonNode view(String name, String... fields) throws PackagesException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("npm", "view", QUIET, "--json", "--", name));
        words.addAll(List.of(fields));
        Ending ending = programs.end(directory, words);
        return Json.text(ending.isSuccess() ? ending.output() : "");
    }
}
