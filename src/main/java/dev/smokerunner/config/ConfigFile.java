package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.Target;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A config file: turns it into a plan, or into all the problems that it has.
 *
 * @param file the file; packages are relative to its directory
 * @param variables the environment variables for {@code ${NAME}} and {@code ${secret:NAME}}
 */
public record ConfigFile(Path file, Function<String, Optional<String>> variables) {

    /** Rejects null. */
    public ConfigFile {
        requireNonNull(file);
        requireNonNull(variables);
    }

    /**
     * The plan for one environment of the file.
     *
     * @throws ConfigException if anything in the file is wrong, in this environment or elsewhere, or the file does not say
     *     which environment is meant
     */
    public SmokePlan plan(Selection selection) throws ConfigException {
        return plan(ConfigText.read(file), selection);
    }

    /**
     * The same for a text that is not in the file yet.
     *
     * @throws ConfigException if anything in the text is wrong
     */
    public SmokePlan plan(String text, Selection selection) throws ConfigException {
        Read read = read(text);
        Optional<SmokePlan> plan = new ConfigReader(read.root(), file, selection, read.redaction()).read();
        if (read.root().get("alerts").isThere()) {
            // A run tells nobody of them, and yet a config is right or wrong as a whole.
            new AlertsReader(new WebClient()).read(read.root().get("alerts"));
        }
        MonitorReader.read(read.root().get("monitor"));
        MetricsReader.read(read.root().get("metrics"));
        zendesk(read).check();
        AnomalyReader.read(read.root().get("anomalies"));
        canary(read);
        read.root().problems().throwIfAny(read.redaction());
        return plan.orElseThrow();
    }

    /**
     * The whole config as a run of one environment reads it, with where each value comes from; secrets are masked.
     *
     * @throws ConfigException as {@link #plan} does
     */
    public List<ResolvedEntry> resolved(Selection selection) throws ConfigException {
        SmokePlan plan = plan(selection);
        Read read = read(ConfigText.read(file));
        return new ChosenEnvironment(plan, selection)
                .in(read.root(), read.redaction())
                .entries();
    }

    /**
     * Where the pages of all environments are.
     *
     * @throws ConfigException if anything in the file is wrong; that a package is not there yet is not
     */
    public ConfiguredPlaces places() throws ConfigException {
        Read read = read(ConfigText.read(file));
        ConfigNode root = read.root();
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Environment environment : new EnvironmentReader(base()).read(root.get("environments"))) {
            environment.target().ifPresent(target -> targets.put(environment.name(), target));
        }
        List<BrowserChoice> browsers = new BrowserReader(
                        base(), new PreparationReader(read.redaction()), root.get("login"))
                .read(root.get("browser"));
        root.problems().throwIfAny(read.redaction());
        return new ConfiguredPlaces(root.get("name").text().orElse(""), targets, browsers, read.redaction());
    }

    /**
     * Who is told what.
     *
     * @param client posts to the channels
     * @throws ConfigException if anything in the file is wrong
     */
    public AlertRoutes alerts(WebClient client) throws ConfigException {
        Read read = read(ConfigText.read(file));
        AlertRoutes routes =
                zendesk(read).with(new AlertsReader(client).read(read.root().get("alerts")));
        read.root().problems().throwIfAny(read.redaction());
        return routes;
    }

    /**
     * How the site is watched; {@link SiteSchedule#USUAL} where the file says nothing of it.
     *
     * @throws ConfigException if anything in the file is wrong
     */
    public SiteSchedule schedule() throws ConfigException {
        Read read = read(ConfigText.read(file));
        SiteSchedule schedule = MonitorReader.read(read.root().get("monitor"));
        read.root().problems().throwIfAny(read.redaction());
        return schedule;
    }

    /**
     * What is watched of a site besides its pages, and where its numbers go.
     *
     * @param target where the site is
     * @throws ConfigException if anything in the file is wrong
     */
    public SiteSignals signals(Target target) throws ConfigException {
        Read read = read(ConfigText.read(file));
        SiteSignals signals = new SiteSignals(
                zendesk(read).tickets(),
                new TrafficReader(read.root(), base()).read(target),
                AnomalyReader.read(read.root().get("anomalies")),
                MetricsReader.read(read.root().get("metrics")),
                canary(read));
        read.root().problems().throwIfAny(read.redaction());
        return signals;
    }

    private Optional<CanaryWatch> canary(Read read) {
        return new CanaryWatchReader(
                        base(), read.root().get("environments").entries().keySet())
                .read(read.root().get("canary"));
    }

    private static ZendeskReader zendesk(Read read) {
        return new ZendeskReader(read.root().get("zendesk"), InstantSource.system());
    }

    /**
     * What stands in the file.
     *
     * @param root all of it, with its placeholders replaced
     * @param redaction removes what they brought in from secrets
     */
    private record Read(ConfigNode root, Redaction redaction) {}

    private Read read(String text) throws ConfigException {
        ValuePositions spots = new ValuePositions();
        Problems problems = new Problems(file.toString(), spots);
        Placeholders placeholders = new Placeholders(variables, problems);

        JsonNode tree = YamlReader.read(text, spots, problems);
        if (tree.isMissingNode()) {
            problems.throwIfAny(Redaction.NONE);
        }
        new Credentials(problems).check(tree, JsonPointer.empty());
        JsonNode replaced = placeholders.replace(tree, JsonPointer.empty());
        ConfigSchema.check(replaced, problems);
        return new Read(ConfigNode.root(replaced, problems), new Redaction(placeholders.secrets()));
    }

    private Path base() {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }
}
