package dev.smokerunner.canary.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The lock of npm, of version 2 and 3 with {@code packages}, and of version 1 with nested {@code dependencies}. */
final class NpmLock {
    private static final String FOLDER = "node_modules/";

    private NpmLock() {}

    static Lock read(Path file) throws PackagesException {
        JsonNode root = Json.file(file);
        List<LockedPackage> packages = new ArrayList<>();
        if (root.path("packages").isObject()) {
            root.path("packages").properties().forEach(entry -> add(entry.getKey(), entry.getValue(), packages));
        } else {
            addNested("", root.path("dependencies"), packages);
        }
        return Lock.of(packages);
    }

    /** What is not below node_modules is of the project itself: its root and its workspaces, to which links lead. */
    private static void add(String location, JsonNode entry, List<LockedPackage> packages) {
        if (location.contains(FOLDER) && !entry.path("link").asBoolean(false)) {
            String name = location.substring(location.lastIndexOf(FOLDER) + FOLDER.length());
            packages.add(locked(location, entry.path("name").asString(name), entry, "dependencies"));
        }
    }

    private static void addNested(String parent, JsonNode dependencies, List<LockedPackage> packages) {
        for (Map.Entry<String, JsonNode> entry : dependencies.properties()) {
            String location = parent + FOLDER + entry.getKey();
            packages.add(locked(location, entry.getKey(), entry.getValue(), "requires"));
            addNested(location + "/", entry.getValue().path("dependencies"), packages);
        }
    }

    private static LockedPackage locked(String location, String name, JsonNode entry, String needs) {
        Set<String> needed = Json.texts(entry.path(needs)).keySet();
        String source = entry.path("resolved").asString("");
        return new LockedPackage(
                location,
                name,
                entry.path("version").asString(""),
                needed,
                Json.texts(entry.path("peerDependencies")),
                source.startsWith("http") && source.contains("/-/") ? "" : source,
                entry.path("hasInstallScript").asBoolean(false));
    }
}
