package dev.smokerunner.review;

import dev.smokerunner.canary.packages.Lock;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackageTools;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.packages.Upgrades;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How what one state of a project depends on differs from another, by their locks.
 *
 * @param before the project as the good release was built
 * @param after the project as the bad one was
 * @param upgrades the modules that moved, direct ones first
 */
record DependencyDifference(Path before, Path after, List<Upgrade> upgrades) {

    /**
     * Compares two projects.
     *
     * @throws PackagesException if one of them has no lock that can be read
     */
    static DependencyDifference between(Path good, Path bad) throws PackagesException {
        PackageTool tool = PackageTools.of(bad);
        Lock before = PackageTools.of(good).lock(good);
        List<Upgrade> upgrades = new Upgrades(before, tool.lock(bad)).list(Manifest.of(bad), Map.of());
        return new DependencyDifference(good, bad, upgrades);
    }
}
