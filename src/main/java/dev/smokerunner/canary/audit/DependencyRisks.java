package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.audit.Risk.Level;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageFacts;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.packages.Registry;
import dev.smokerunner.canary.packages.Versions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the direct dependencies let in, and how well they are kept as far as a registry tells. */
final class DependencyRisks {
    /** Fewer releases than nearly every module that is still worked on. */
    private static final int FEW = 5;

    private static final Duration LONG_AGO = Duration.ofDays(3 * 365);

    private final Manifest manifest;
    private final Registry registry;
    private final Instant now;

    DependencyRisks(Manifest manifest, Registry registry, Instant now) {
        this.manifest = manifest;
        this.registry = registry;
        this.now = now;
    }

    List<Risk> list() throws InterruptedException {
        List<Risk> risks = new ArrayList<>();
        for (Map.Entry<String, String> dependency : manifest.ranges().entrySet()) {
            add(dependency.getKey(), dependency.getValue(), risks);
        }
        return risks;
    }

    private void add(String name, String range, List<Risk> risks) throws InterruptedException {
        if (range.matches("(?i)(git|https?|github|ssh)[+:].*|[\\w.-]+/[\\w.-]+(#.*)?")) {
            risks.add(new Risk(
                    Level.MEDIUM,
                    name,
                    "comes from " + range,
                    "ask for a version of a registry, which does not change"));
            return;
        }
        List<String> doubts = facts(name).map(this::doubts).orElse(List.of());
        boolean floats = Versions.floats(range);
        if (Versions.floatsBelowOne(range)) {
            risks.add(new Risk(
                    doubts.isEmpty() ? Level.MEDIUM : Level.HIGH,
                    name,
                    said(
                            "\"" + range + "\" takes later versions of 0.x, which may break by the rules of semver",
                            doubts),
                    "ask for an exact version, or replace it"));
        } else if (!doubts.isEmpty()) {
            risks.add(new Risk(
                    floats ? Level.MEDIUM : Level.LOW,
                    name,
                    said("\"" + range + "\"" + (floats ? " floats" : ""), doubts),
                    "ask for an exact version, or replace it"));
        } else if (floats) {
            risks.add(new Risk(
                    Level.LOW, name, "\"" + range + "\" floats where no lock is used", "keep the lock, and npm ci"));
        }
    }

    private static String said(String problem, List<String> doubts) {
        return doubts.isEmpty() ? problem : problem + "; " + String.join(", ", doubts);
    }

    private Optional<PackageFacts> facts(String name) throws InterruptedException {
        try {
            return registry.facts(name);
        } catch (PackagesException untold) {
            return Optional.empty();
        }
    }

    private List<String> doubts(PackageFacts facts) {
        List<String> doubts = new ArrayList<>();
        facts.deprecated().ifPresent(why -> doubts.add("deprecated: " + why));
        int versions = facts.versions().size();
        if (versions > 0 && versions < FEW) {
            doubts.add(versions + (versions == 1 ? " version" : " versions") + " in all");
        }
        if (facts.maintainers().size() == 1) {
            doubts.add("one maintainer");
        }
        facts.lastRelease()
                .filter(last -> last.isBefore(now.minus(LONG_AGO)))
                .ifPresent(last -> doubts.add("last release " + LocalDate.ofInstant(last, ZoneOffset.UTC)));
        return doubts;
    }
}
