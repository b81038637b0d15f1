package dev.smokerunner.canary.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Yarn 1. It makes no lock without installing. */
final class YarnClassic implements PackageTool {
    static final String LOCK = "yarn.lock";

    @Override
    public String name() {
        return "yarn";
    }

    @Override
    public String pinsBelow() {
        return "resolutions";
    }

    @Override
    public String lockedInstallCommand() {
        return "yarn install --frozen-lockfile";
    }

    @Override
    public String lockFile() {
        return LOCK;
    }

    @Override
    public Lock lock(Path project) throws PackagesException {
        return YarnLock.read(project.resolve(LOCK)).lock();
    }

    @Override
    public void lockAnew(Project project) throws PackagesException, InterruptedException {
        LockFiles.delete(project, LOCK);
        resolve(project);
    }

    /** Yarn's own upgrade knows direct dependencies alone; what the lock does not answer it resolves anew. */
    @Override
    public void move(Project project, Change change) throws PackagesException, InterruptedException {
        ManifestEdits.apply(project, change, pinsBelow());
        Path lock = project.directory().resolve(LOCK);
        String rest = YarnLock.read(lock).without(Set.copyOf(change.names()));
        try {
            Files.writeString(lock, rest);
        } catch (IOException e) {
            throw new PackagesException(LOCK + ": cannot be written: " + e.getMessage(), e);
        }
        resolve(project);
    }

    private static void resolve(Project project) throws PackagesException, InterruptedException {
        project.run("yarn", "install", "--ignore-scripts", "--non-interactive", "--no-progress");
    }

    @Override
    public void install(Project project) throws PackagesException, InterruptedException {
        project.run("yarn", "install", "--frozen-lockfile", "--ignore-scripts", "--non-interactive", "--no-progress");
    }
}
