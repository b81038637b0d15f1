package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.audit.Risk.Level;
import dev.smokerunner.canary.packages.Lock;
import dev.smokerunner.canary.packages.LockedPackage;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTool;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.RootRanges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether there is a lock, whether it is in step with the manifest, and what it lets in besides versions of a registry. */
final class LockRisks {
    private static final String SETTINGS = ".npmrc";

    private final Path project;
    private final PackageTool manager;
    private final Manifest manifest;

    LockRisks(Path project, PackageTool manager, Manifest manifest) {
        this.project = project;
        this.manager = manager;
        this.manifest = manifest;
    }

    List<Risk> list() throws PackagesException {
        List<Risk> risks = new ArrayList<>();
        addSettings(risks);
        String file = manager.lockFile();
        if (!Files.exists(project.resolve(file))) {
            risks.add(new Risk(
                    Level.HIGH,
                    file,
                    "there is no lock: each build takes the newest versions of that day",
                    "run " + manager.installCommand() + " once, commit " + file + ", and build with "
                            + manager.lockedInstallCommand()));
            return risks;
        }
        addUnlisted(risks);
        Lock lock = manager.lock(project);
        lock.packages().values().forEach(each -> add(each, risks));
        return risks;
    }

    private void addSettings(List<Risk> risks) {
        for (String line : ProjectText.lines(project.resolve(SETTINGS))) {
            if (line.replace(" ", "").equals("package-lock=false")) {
                risks.add(new Risk(
                        Level.HIGH, SETTINGS, "package-lock=false: npm install ignores the lock", "remove the line"));
            }
        }
        for (String line : ProjectText.lines(project.resolve(".gitignore"))) {
            if (line.strip().replaceFirst("^/", "").equals(manager.lockFile())) {
                risks.add(new Risk(
                        Level.HIGH,
                        ".gitignore",
                        manager.lockFile() + " is ignored, so that no build server has it",
                        "remove the line and commit the lock"));
            }
        }
    }

    private void addUnlisted(List<Risk> risks) throws PackagesException {
        Map<String, String> locked = RootRanges.of(project.resolve(manager.lockFile()));
        manifest.ranges().forEach((name, range) -> {
            if (!locked.isEmpty() && !range.equals(locked.get(name))) {
                risks.add(new Risk(
                        Level.HIGH,
                        name,
                        "package.json asks for \"" + range + "\", and the lock "
                                + (locked.containsKey(name)
                                        ? "was made for \"" + locked.get(name) + "\""
                                        : "does not know it"),
                        "run " + manager.installCommand() + " and commit the lock; until then that moves it, and "
                                + manager.lockedInstallCommand() + " refuses"));
            }
        });
    }

    private static void add(LockedPackage each, List<Risk> risks) {
        if (!each.source().isEmpty() && !each.source().startsWith("file:")) {
            risks.add(new Risk(
                    Level.MEDIUM,
                    each.name(),
                    "comes from " + each.source() + " and not from a registry",
                    "a repository may change or go; publish it to a registry"));
        }
        if (each.hasInstallScript()) {
            risks.add(new Risk(
                    Level.LOW,
                    each.name() + " " + each.version(),
                    "runs a script when it is installed",
                    "install with --ignore-scripts where the build works without it"));
        }
    }
}
