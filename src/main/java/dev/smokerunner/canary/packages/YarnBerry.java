package dev.smokerunner.canary.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Yarn 2 and later. */
final class YarnBerry implements PackageTool {
    private static final String LOCK_ONLY = "--mode=update-lockfile";

    /** Installs and runs no script of a package. */
    private static final String NO_SCRIPTS = "--mode=skip-build";

    @Override
    public String name() {
        return "yarn berry";
    }

    @Override
    public String pinsBelow() {
        return "resolutions";
    }

    @Override
    public String installCommand() {
        return "yarn install";
    }

    @Override
    public String lockedInstallCommand() {
        return "yarn install --immutable";
    }

    @Override
    public boolean keepsToTheLockOnServers() {
        return true;
    }

    @Override
    public String lockFile() {
        return YarnClassic.LOCK;
    }

    @Override
    public Lock lock(Path project) throws PackagesException {
        List<LockedPackage> packages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                Json.yamlFile(project.resolve(lockFile())).properties()) {
            // A workspace of the project itself is linked softly.
            if (entry.getValue().path("linkType").asString("").equals("hard")) {
                packages.add(locked(entry.getKey(), entry.getValue()));
            }
        }
        return Lock.of(packages);
    }

    private static LockedPackage locked(String key, JsonNode entry) {
        String resolution = entry.path("resolution").asString(key);
        String source = resolution.contains("@npm:") || resolution.contains("@patch:") ? "" : resolution;
        return new LockedPackage(
                key,
                YarnLock.nameOf(resolution),
                entry.path("version").asString(""),
                Json.texts(entry.path("dependencies")).keySet(),
                Json.texts(entry.path("peerDependencies")),
                source,
                false);
    }

    @Override
    public void lockAnew(Project project) throws PackagesException, InterruptedException {
        LockFiles.delete(project, lockFile());
        // Without any lock it would look for a project in the folders above.
        LockFiles.create(project, lockFile());
        project.run("yarn", "install", LOCK_ONLY);
    }

    @Override
    public void move(Project project, Change change) throws PackagesException, InterruptedException {
        ManifestEdits.apply(project, change, pinsBelow());
        project.run("yarn", "install", LOCK_ONLY);
        if (!change.names().isEmpty()) {
            List<String> words = new ArrayList<>(List.of("yarn", "up", "--recursive", LOCK_ONLY));
            words.addAll(change.names());
            project.run(words);
        }
    }

    @Override
    public void install(Project project) throws PackagesException, InterruptedException {
        project.run("yarn", "install", "--immutable", NO_SCRIPTS);
    }
}
