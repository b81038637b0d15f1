package dev.smokerunner.canary.packages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** npm. */
final class Npm implements PackageTool {
    private static final String SHRINKWRAP = "npm-shrinkwrap.json";
    private static final List<String> QUIETLY =
            List.of("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier");

    /** What is newest was asked for when the first lock was made anew; all later locks are of the same moment. */
    private static final String AS_BEFORE = "--prefer-offline";

    private final String lockFile;

    private Npm(String lockFile) {
        this.lockFile = lockFile;
    }

    /** As a project uses it: what is published with its lock has it under another name. */
    static Npm in(Path project) {
        return new Npm(Files.exists(project.resolve(SHRINKWRAP)) ? SHRINKWRAP : "package-lock.json");
    }

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public String pinsBelow() {
        return "overrides";
    }

    @Override
    public String lockedInstallCommand() {
        return "npm ci";
    }

    @Override
    public String lockFile() {
        return lockFile;
    }

    @Override
    public Lock lock(Path project) throws PackagesException {
        return NpmLock.read(project.resolve(lockFile));
    }

    @Override
    public void lockAnew(Project project) throws PackagesException, InterruptedException {
        LockFiles.delete(project, lockFile);
        List<String> words = lockOnly("install");
        words.add("--prefer-online");
        project.run(words);
        if (lockFile.equals(SHRINKWRAP)) {
            project.run("npm", "shrinkwrap");
        }
    }

    @Override
    public void move(Project project, Change change) throws PackagesException, InterruptedException {
        ManifestEdits.apply(project, change, pinsBelow());
        List<String> words = lockOnly(change.names().isEmpty() ? "install" : "update");
        words.add(AS_BEFORE);
        words.addAll(change.names());
        project.run(words);
    }

    @Override
    public boolean movesInstalled() {
        return true;
    }

    @Override
    public void install(Project project) throws PackagesException, InterruptedException {
        if (Files.exists(project.directory().resolve("node_modules"))) {
            moveInstalled(project);
        } else {
            run(project, "npm", "ci");
        }
    }

    /** Where npm takes other versions than the lock says, all is installed anew. */
    private void moveInstalled(Project project) throws PackagesException, InterruptedException {
        byte[] written = LockFiles.read(project, lockFile);
        Lock asked = lock(project.directory());
        run(project, "npm", "install", "--package-lock");
        if (!lock(project.directory()).fingerprint().equals(asked.fingerprint())) {
            LockFiles.write(project, lockFile, written);
            run(project, "npm", "ci");
        }
    }

    private static void run(Project project, String... command) throws PackagesException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(QUIETLY);
        words.add(AS_BEFORE);
        project.run(words);
    }

    /** A project may have switched its lock off, which is of no use here. */
    private static List<String> lockOnly(String command) {
        List<String> words = new ArrayList<>(List.of("npm", command, "--package-lock", "--package-lock-only"));
        words.addAll(QUIETLY);
        return words;
    }
}
