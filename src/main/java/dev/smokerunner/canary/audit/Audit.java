package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageTools;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Programs;
import dev.smokerunner.canary.packages.Registry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All risks of a project. */
public final class Audit {
    private Audit() {}

    /**
     * The risks, worst first.
     *
     * @param programs asks the registry
     * @param now says how long ago something was
     * @throws PackagesException if the manifest or the lock cannot be read
     */
    public static List<Risk> of(Path project, Programs programs, Instant now)
            throws PackagesException, InterruptedException {
        Manifest manifest = Manifest.of(project);
        List<Risk> risks = new ArrayList<>(new LockRisks(project, PackageTools.of(project), manifest).list());
        risks.addAll(CiRisks.of(project));
        risks.addAll(new DependencyRisks(manifest, new Registry(programs, project), now).list());
        risks.sort(Comparator.comparing(Risk::level));
        return risks;
    }
}
