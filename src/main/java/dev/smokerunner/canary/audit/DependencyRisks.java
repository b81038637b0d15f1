package dev.smokerunner.canary.audit;

import dev.smokerunner.canary.audit.Risk.Level;
import dev.smokerunner.canary.packages.Manifest;
import dev.smokerunner.canary.packages.PackageFacts;
import dev.smokerunner.canary.packages.PackageTool;
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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the direct dependencies let in, and how well they are kept as far as a registry tells. */
final class DependencyRisks {
    /** Fewer releases than nearly every module that is still worked on. */
    private static final int FEW = 5;

    /** Another name for a package: npm:left-pad@^1. */
    private static final Pattern ALIAS = Pattern.compile("npm:(?<name>@?[^@]+)(?:@(?<range>.*))?");

    private static final List<Level> WORST_LAST = List.of(Level.LOW, Level.MEDIUM, Level.HIGH);
    private static final Duration LONG_AGO = Duration.ofDays(3 * 365);

    private final Manifest manifest;
    private final PackageTool manager;
    private final Registry registry;
    private final Instant now;

    DependencyRisks(Manifest manifest, PackageTool manager, Registry registry, Instant now) {
        this.manifest = manifest;
        this.manager = manager;
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
        if (range.matches("(?i)(file|link|portal|workspace):.*|\\.{0,2}/.*")) {
            // It lies in the project, or beside it: no registry knows it.
            return;
        }
        if (range.matches("(?i)(git|https?|github|ssh)[+:].*|[\\w.-]+/[\\w.-]+(#.*)?")) {
            risks.add(new Risk(
                    Level.MEDIUM,
                    name,
                    "comes from " + range,
                    "ask for a version of a registry, which does not change"));
            return;
        }
        Matcher alias = ALIAS.matcher(range);
        boolean isAlias = alias.matches();
        List<String> doubts =
                facts(isAlias ? alias.group("name") : name).map(this::doubts).orElse(List.of());
        Freedom freedom = Freedom.of(isAlias ? Objects.requireNonNullElse(alias.group("range"), "") : range);
        int badness = freedom.badness - (doubts.isEmpty() ? 1 : 0);
        if (badness >= 0) {
            boolean isHarmless = freedom == Freedom.LATER && doubts.isEmpty();
            risks.add(new Risk(
                    WORST_LAST.get(badness),
                    name,
                    said("\"" + range + "\" " + (isHarmless ? "floats where no lock is used" : freedom.words), doubts),
                    isHarmless
                            ? "keep the lock, and install with " + manager.lockedInstallCommand()
                            : "ask for an exact version, or replace it"));
        }
    }

    /** What a range lets in, the least first. */
    private enum Freedom {
        NOTHING(0, "is exact"),
        LATER(1, "takes later versions"),
        BREAKING(2, "takes later versions of 0.x, which may break by the rules of semver"),
        ANY(2, "takes any version, also new major ones");

        private final int badness;
        private final String words;

        Freedom(int badness, String words) {
            this.badness = badness;
            this.words = words;
        }

        static Freedom of(String range) {
            if (!Versions.floats(range)) {
                return NOTHING;
            }
            if (range.isBlank() || range.matches("\\*|[xX]|latest|next|>=?[^<|]*")) {
                return ANY;
            }
            return Versions.floatsBelowOne(range) ? BREAKING : LATER;
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
            doubts.add("one person keeps it");
        }
        facts.lastRelease()
                .filter(last -> last.isBefore(now.minus(LONG_AGO)))
                .ifPresent(last -> doubts.add("last release " + LocalDate.ofInstant(last, ZoneOffset.UTC)));
        return doubts;
    }
}
