package dev.smokerunner.monitor;

import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.config.CanaryWatch;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.result.Audience;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configs that a monitor watches: files, and all that are in folders. A broken one stands as it was when it was right. */
public final class WatchedConfigs {
    private final List<Path> places;
    private final Optional<String> environment;
    private final String location;
    private final RunOptions options;
    private final Function<String, Optional<String>> variables;
    private final WebClient client = new WebClient();
    private Map<Path, Read> read = Map.of();
    private volatile Map<String, WatchedSite> sites = Map.of();
    private volatile Map<String, WatchedCanary> canaries = Map.of();

    /**
     * Configs, not read yet.
     *
     * @param places files and folders
     * @param environment the one that is watched; absent for all whose audience are customers
     * @param location from where this monitor looks; empty where it has no name for that
     * @param options how a round runs
     * @param variables the environment variables
     */
    public WatchedConfigs(
            List<Path> places,
            Optional<String> environment,
            String location,
            RunOptions options,
            Function<String, Optional<String>> variables) {
        this.places = List.copyOf(places);
        this.environment = environment;
        this.location = location;
        this.options = options;
        this.variables = variables;
    }

    /**
     * What the configs say now.
     *
     * @param sites what is to be watched, by id
     * @param canaries what is to be built, by id
     * @param problems what is wrong with them that was not wrong before, a line each
     * @param isNew whether anything is other than it was
     */
    public record Reading(
            Map<String, WatchedSite> sites, Map<String, WatchedCanary> canaries, List<String> problems, boolean isNew) {
        /** Copies all. */
        public Reading {
            sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
            canaries = Collections.unmodifiableMap(new LinkedHashMap<>(canaries));
            problems = List.copyOf(problems);
        }

        /** All of which anything is remembered, as the history knows it. */
        List<SiteRecord> records() {
            return Stream.concat(
                            sites.values().stream(), canaries.values().stream().map(WatchedCanary::site))
                    .map(WatchedSite::record)
                    .toList();
        }

        /** The ids of all of that. */
        Set<String> ids() {
            return records().stream().map(SiteRecord::id).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** Reads what changed since it was read last. */
    public Reading read() {
        List<String> problems = new ArrayList<>();
        Map<Path, Read> now = new LinkedHashMap<>();
        boolean isNew = false;
        for (Path file : files(problems)) {
            Read before = read.get(file);
            String text = text(file);
            if (before != null && before.text.equals(text)) {
                now.put(file, before);
                continue;
            }
            isNew = true;
            List<String> wrong = new ArrayList<>();
            Read read = read(file, text, wrong);
            problems.addAll(wrong);
            now.put(file, wrong.isEmpty() || before == null ? read : before.as(text));
        }
        isNew |= !now.keySet().equals(read.keySet());
        read = now;
        Map<String, WatchedSite> all = new LinkedHashMap<>();
        now.forEach((file, content) -> content.sites.forEach(site -> {
            if (all.putIfAbsent(site.id(), site) != null) {
                problems.add(file + ": " + site.id() + " is watched by another config already; give it another name");
            }
        }));
        Map<String, WatchedCanary> built = new LinkedHashMap<>();
        now.forEach((file, content) -> content.canary.ifPresent(canary -> {
            if (all.containsKey(canary.id()) || built.putIfAbsent(canary.id(), canary) != null) {
                problems.add(file + ": canary: " + canary.id() + " is watched already; give it another name");
            }
        }));
        sites = Collections.unmodifiableMap(all);
        canaries = Collections.unmodifiableMap(built);
        return new Reading(sites, canaries, isNew ? problems : List.of(), isNew);
    }

    /** What was to be watched when it was read last, by id. */
    public Map<String, WatchedSite> sites() {
        return sites;
    }

    /** A text without the secrets of the configs. */
    public String redact(String text) {
        String clean = text;
        for (WatchedSite site : sites.values()) {
            clean = site.plan().redaction().apply(clean);
        }
        return clean;
    }

    /** A site, or what a canary is remembered as; absent where it is not watched. */
    Optional<WatchedSite> site(String id) {
        return Optional.ofNullable(sites.get(id))
                .or(() -> Optional.ofNullable(canaries.get(id)).map(WatchedCanary::site));
    }

    private List<Path> files(List<String> problems) {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            List<Path> before = read.keySet().stream()
                    .filter(file -> place.equals(file.getParent()))
                    .toList();
            if (before.isEmpty() && !Files.isDirectory(place)) {
                files.add(place);
                continue;
            }
            try {
                files.addAll(inside(place, problems));
            } catch (IOException e) {
                // As when a file cannot be read: what was watched is watched on.
                problems.add(place + ": cannot be read: " + e);
                files.addAll(before);
            }
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> inside(Path folder, List<String> problems) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> configs = inside.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
            if (configs.isEmpty()) {
                problems.add(folder + ": expected a folder with configs (*.yaml), found none in it");
            }
            return configs;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            // The reader of configs says it better.
            return "";
        }
    }

    private Read read(Path path, String text, List<String> problems) {
        ConfigFile file = new ConfigFile(path, variables);
        try {
            SiteSchedule schedule = file.schedule();
            AlertRoutes alerts = file.alerts(client);
            List<WatchedSite> sites = new ArrayList<>();
            for (String name : environment
                    .map(List::of)
                    .orElse(List.copyOf(file.places().targets().keySet()))) {
                SmokePlan plan = file.plan(new Selection(Optional.of(name), Optional.empty(), options));
                if (environment.isPresent() || plan.subject().audience() == Audience.CUSTOMERS) {
                    sites.add(new WatchedSite(plan, schedule, alerts, file.signals(plan.target())));
                }
            }
            if (!schedule.from().isEmpty() && location.isEmpty()) {
                problems.add(path + ": monitor.from: looked at from " + String.join(", ", schedule.from())
                        + "; say with --location from which of them this monitor looks");
            } else if (!schedule.from().isEmpty() && !schedule.from().contains(location)) {
                return Read.nothing(text);
            }
            if (sites.isEmpty()) {
                problems.add(path + ": expected an environment whose audience are customers, found none;"
                        + " name the one that is to be watched with -e");
                return Read.nothing(text);
            }
            return new Read(text, sites, canary(file, sites.get(0)));
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Read.nothing(text);
        }
    }

    private Optional<WatchedCanary> canary(ConfigFile file, WatchedSite first) throws ConfigException {
        Optional<CanaryWatch> wanted = first.signals().canary();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        CanaryWatch watch = wanted.get();
        String name = watch.environment().orElse(first.plan().subject().environment());
        Target built = new Target.Package(watch.order().project(), Map.of());
        SmokePlan plan = file.plan(new Selection(Optional.of(name), Optional.of(built), options, true));
        WatchedSite site = new WatchedSite(
                WatchedCanary.forTheTeam(plan),
                WatchedCanary.schedule(watch.cadence().period()),
                first.alerts());
        return Optional.of(new WatchedCanary(site, watch.order(), watch.cadence()));
    }

    private record Read(String text, List<WatchedSite> sites, Optional<WatchedCanary> canary) {
        static Read nothing(String text) {
            return new Read(text, List.of(), Optional.empty());
        }

        /** The same, though the file says something else, which is wrong. */
        Read as(String other) {
            return new Read(other, sites, canary);
        }
    }
}
