package dev.smokerunner.canary.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out which package manager a project uses. */
public final class PackageTools {
    private PackageTools() {}

    /** That whose lock it has; npm where it has none. */
    public static PackageTool of(Path project) {
        if (Files.exists(project.resolve(Pnpm.LOCK))) {
            return new Pnpm();
        }
        if (Files.exists(project.resolve(YarnClassic.LOCK))) {
            return isBerry(project) ? new YarnBerry() : new YarnClassic();
        }
        return Npm.in(project);
    }

    private static boolean isBerry(Path project) {
        try {
            return Files.exists(project.resolve(".yarnrc.yml"))
                    || Files.readString(project.resolve(YarnClassic.LOCK)).contains("__metadata:");
        } catch (IOException unreadable) {
            // Whoever reads it says so.
            return false;
        }
    }
}
