package dev.smokerunner.api;

import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.InlineConfig;
import dev.smokerunner.config.PlanRules;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.config.SiteUrl;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.run.Previous;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Turns a plan as users wrote it into one that can be run; finds everything that is wrong with it. */
final class PlanReader {
    private final Plan plan;
    private final Function<String, Optional<String>> environment;
    private final List<String> problems = new ArrayList<>();
    private int files;

    /**
     * Reads a plan.
     *
     * @param environment the variables of the process
     */
    PlanReader(Plan plan, Function<String, Optional<String>> environment) {
        this.plan = plan;
        this.environment = environment;
    }

    /**
     * The plan to run.
     *
     * @throws InvalidPlanException if anything is wrong
     */
    SmokePlan read() {
        ReleasePlan release = new ReleasePlan(
                plan.release().flatMap(path -> whole("release", path, keys -> files = keys)),
                plan.longestWait(),
                plan.previous()
                        .flatMap(path -> whole("previous", path, keys -> {}))
                        .map(Previous.Packaged::new),
                Duration.ZERO);
        RunOptions options = new RunOptions(
                browsers(),
                Optional.empty(),
                plan.failOn(),
                plan.timeout().orElseGet(() -> RunOptions.usualTimeout(files)),
                release);
        refuseTimes();
        Optional<SmokePlan> read =
                plan.config().isPresent() ? ofFile(plan.config().get(), options) : inline(options);
        read.map(PlanRules::broken).orElse(List.of()).forEach(this::refuse);
        if (!problems.isEmpty()) {
            throw new InvalidPlanException(problems);
        }
        return read.orElseThrow();
    }

    private void refuseTimes() {
        if (plan.longestWait().isNegative()) {
            problems.add("release: expected a wait of zero or more, got " + plan.longestWait());
        }
        plan.timeout()
                .filter(limit -> limit.isNegative() || limit.isZero())
                .ifPresent(limit -> problems.add("timeout: expected a time above zero, got " + limit));
    }

    private Optional<SmokePlan> ofFile(Path file, RunOptions options) {
        if (!plan.pages().isEmpty()) {
            problems.add("page: expected the pages in the config " + file + ", got further ones in code");
        }
        plan.audience()
                .ifPresent(who -> problems.add(
                        "audience: expected it in the config " + file + ", got " + who.word() + " in code"));
        Optional<Target> instead = plan.target().flatMap(this::target);
        return plan(
                () -> new ConfigFile(file, this::variable).plan(new Selection(plan.environment(), instead, options)));
    }

    private Optional<SmokePlan> inline(RunOptions options) {
        PlanRules.environment(plan.environment()).ifPresent(this::refuse);
        return plan(() -> new InlineConfig(content(plan.target().orElse("")), this::variable)
                .plan(new Selection(Optional.empty(), Optional.empty(), options)));
    }

    /** The plan as a config has it. */
    private Map<String, Object> content(String target) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put(isUrl(target) ? "url" : "package", target);
        plan.audience().ifPresent(who -> place.put("audience", who.word()));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name(target));
        content.put("environments", Map.of("default", place));
        if (!plan.pages().isEmpty()) {
            content.put("pages", plan.pages().stream().map(Page::content).toList());
        }
        return content;
    }

    /** As the command line names what no config names. */
    private static String name(String target) {
        if (isUrl(target)) {
            String host = target.replaceFirst("^[^:]*://", "").split("[/:?#]", 2)[0];
            return host.isEmpty() ? target : host;
        }
        Path last = Path.of(target).toAbsolutePath().normalize().getFileName();
        return last == null ? target : last.toString();
    }

    private Optional<Target> target(String text) {
        try {
            return Optional.of(isUrl(text) ? new Target.LiveSite(SiteUrl.parse(text)) : packaged(Path.of(text)));
        } catch (PackageException e) {
            problems.add("target: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add("target: expected " + e.getMessage() + ", got \"" + text.replaceAll("//[^/@\\s]*@", "//***@")
                    + "\"");
        }
        return Optional.empty();
    }

    private static Target packaged(Path path) throws PackageException {
        Packages.open(path).close();
        return new Target.Package(path, Map.of());
    }

    private Optional<Path> whole(String what, Path path, IntConsumer counted) {
        try (PackedFiles opened = Packages.open(path)) {
            Packages.requireWhole(path, opened);
            counted.accept(opened.keys().size());
            return Optional.of(path);
        } catch (PackageException e) {
            problems.add(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(PlanRules.Broken rule) {
        problems.add(rule.part().name().toLowerCase(Locale.ROOT) + ": " + rule.trouble());
    }

    private BrowserOverride browsers() {
        List<BrowserChoice.Name> names = plan.browsers().stream()
                .distinct()
                .map(kind -> BrowserChoice.Name.valueOf(kind.name()))
                .toList();
        return new BrowserOverride(names, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<String> variable(String name) {
        return plan.variable(name).or(() -> environment.apply(name));
    }

    private Optional<SmokePlan> plan(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Optional.empty();
        }
    }

    private static boolean isUrl(String text) {
        return text.contains("://");
    }

    /** Reads a config. */
    private interface Reading {
        SmokePlan read() throws ConfigException;
    }
}
