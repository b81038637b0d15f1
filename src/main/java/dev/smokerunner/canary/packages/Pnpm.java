package dev.smokerunner.canary.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** pnpm, with locks of version 6 and later. */
final class Pnpm implements PackageTool {
    static final String LOCK = "pnpm-lock.yaml";

    private static final String NO_SCRIPTS = "--ignore-scripts";
    private static final String LOCK_ONLY = "--lockfile-only";

    @Override
    public String name() {
        return "pnpm";
    }

    @Override
    public String pinsBelow() {
        return "pnpm.overrides";
    }

    @Override
    public String lockedInstallCommand() {
        return "pnpm install --frozen-lockfile";
    }

    @Override
    public boolean keepsToTheLockOnServers() {
        return true;
    }

    @Override
    public String lockFile() {
        return LOCK;
    }

    @Override
    public Lock lock(Path project) throws PackagesException {
        JsonNode root = Json.yamlFile(project.resolve(LOCK));
        List<LockedPackage> packages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.path("packages").properties()) {
            packages.add(locked(entry.getKey(), entry.getValue(), root.path("snapshots")));
        }
        return Lock.of(packages);
    }

    /** Since version 9 what a package needs stands apart from what it is, once for each choice of its peers. */
    private static LockedPackage locked(String key, JsonNode entry, JsonNode snapshots) {
        String spec = key.replaceFirst("^/", "").replaceFirst("\\(.*", "");
        String name = YarnLock.nameOf(spec);
        Stream<JsonNode> installed = snapshots.properties().stream()
                .filter(snapshot ->
                        snapshot.getKey().equals(key) || snapshot.getKey().startsWith(key + "("))
                .map(Map.Entry::getValue);
        return new LockedPackage(
                key,
                name,
                spec.substring(Math.min(spec.length(), name.length() + 1)),
                Stream.concat(Stream.of(entry), installed)
                        .flatMap(one -> Json.texts(one.path("dependencies")).keySet().stream())
                        .collect(Collectors.toSet()),
                Json.texts(entry.path("peerDependencies")),
                entry.path("resolution").path("tarball").asString(""),
                entry.path("requiresBuild").asBoolean(false));
    }

    @Override
    public void lockAnew(Project project) throws PackagesException, InterruptedException {
        LockFiles.delete(project, LOCK);
        project.run("pnpm", "install", LOCK_ONLY, NO_SCRIPTS);
    }

    @Override
    public void move(Project project, Change change) throws PackagesException, InterruptedException {
        ManifestEdits.apply(project, change, pinsBelow());
        project.run("pnpm", "install", LOCK_ONLY, "--no-frozen-lockfile", NO_SCRIPTS);
        // Where one of the names is direct, pnpm (9.15) leaves those alone that are not, so that each kind is asked for
        // apart.
        Set<String> direct = project.manifest().direct();
        update(project, change.names().stream().filter(direct::contains).toList());
        update(
                project,
                change.names().stream().filter(name -> !direct.contains(name)).toList());
    }

    private static void update(Project project, List<String> names) throws PackagesException, InterruptedException {
        if (!names.isEmpty()) {
            List<String> words = new ArrayList<>(
                    List.of("pnpm", "update", LOCK_ONLY, "--no-save", "--depth", "Infinity", NO_SCRIPTS));
            words.addAll(names);
            project.run(words);
        }
    }

    @Override
    public List<String> installScripts() {
        return List.of("pnpm", "rebuild");
    }

    /** Copied and not linked: a build that writes into a package must not reach the store of all projects. */
    @Override
    public void install(Project project) throws PackagesException, InterruptedException {
        project.run("pnpm", "install", "--frozen-lockfile", "--package-import-method=copy", NO_SCRIPTS);
    }
}
