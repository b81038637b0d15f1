package dev.smokerunner.canary.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A package manager: it alone makes locks and installs; no code of packages runs meanwhile. */
public interface PackageTool {

    /** The key of the manifest below which pins of what is not a direct dependency stand, e.g. {@code overrides}. */
    String pinsBelow();

    /** Its name, e.g. {@code npm}. */
    String name();

    /** The command by which people make and move its lock. */
    default String installCommand() {
        return name() + " install";
    }

    /** The command that installs what the lock says, or fails. */
    String lockedInstallCommand();

    /** Whether its plain install keeps to the lock where the variable {@code CI} is set. */
    default boolean keepsToTheLockOnServers() {
        return false;
    }

    /** The name of its lock file in a project. */
    String lockFile();

    /**
     * What a project's lock says.
     *
     * @throws PackagesException if there is none, or it cannot be read
     */
    Lock lock(Path project) throws PackagesException;

    /**
     * Lets the manifest ask for other ranges.
     *
     * @param ranges the ranges, by the name of a direct dependency
     */
    default void ask(Project project, Map<String, String> ranges) throws PackagesException, InterruptedException {
        ManifestEdits.apply(project, new Change(List.of(), ranges), "");
    }

    /** Makes the lock that an install without a lock takes today. */
    void lockAnew(Project project) throws PackagesException, InterruptedException;

    /** Moves a lock, and in the manifest what it takes for that; what need not move stays. */
    void move(Project project, Change change) throws PackagesException, InterruptedException;

    /** What runs the install scripts of packages, after an install that ran none. */
    default List<String> installScripts() {
        return List.of("npm", "rebuild");
    }

    /**
     * Installs what the lock says. What is installed already may be of another lock of the same project: where
     * {@link #movesInstalled} it is moved, and else installed anew.
     */
    void install(Project project) throws PackagesException, InterruptedException;

    /** Whether it is quicker to move what is installed than to install anew. */
    default boolean movesInstalled() {
        return false;
    }
}
