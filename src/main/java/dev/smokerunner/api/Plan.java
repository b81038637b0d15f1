package dev.smokerunner.api;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is to be looked at and what is expected of it: one environment of a config file, or a URL, a directory or a zip of which
 * the code says what is expected. Never changes: each method makes another plan. Read, and refused where it cannot be run, when it
 * is run.
 *
 * <pre>{@code
 * Plan.config("smoke-configs/signup.yaml").environment("staging")
 * Plan.url("http://localhost:8080/").page(Page.at("./").titled("Sign up").requires("form#signup"))
 * Plan.files(Path.of("build/signup.zip"))
 * }</pre>
 */
public final class Plan {
    // Changed only in a copy that nobody else has seen yet.
    private Optional<Path> config = Optional.empty();
    private Optional<String> target = Optional.empty();
    private Optional<String> environment = Optional.empty();
    private Optional<Audience> audience = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();
    private Optional<Path> release = Optional.empty();
    private Optional<Path> previous = Optional.empty();
    private Optional<Duration> longestWait = Optional.empty();
    private Severity failOn = Severity.SEV3;
    private List<Page> pages = List.of();
    private List<BrowserKind> browsers = List.of();
    private Map<String, String> variables = Map.of();

    private Plan() {}

    /** What a config file says; where it has several environments, {@link #environment} must name one. */
    public static Plan config(Path file) {
        return new Plan().with(plan -> plan.config = Optional.of(file));
    }

    /** The same for a path relative to the working directory. */
    public static Plan config(String file) {
        return config(Path.of(file));
    }

    /** A live site, with the one page of that URL until {@link #page} names others. */
    public static Plan url(String url) {
        return new Plan().target(url);
    }

    /** A build that is not uploaded yet, a directory or a zip: it is served on loopback as a bucket would serve it. */
    public static Plan files(Path directoryOrZip) {
        return new Plan().target(directoryOrZip.toString());
    }

    /** The same for another environment of the config. */
    public Plan environment(String name) {
        return with(plan -> plan.environment = Optional.of(name));
    }

    /** The same looking elsewhere than the config says: a URL (known by its {@code ://}), or the path of a directory or a zip. */
    public Plan target(String urlOrPath) {
        return with(plan -> plan.target = Optional.of(urlOrPath));
    }

    /** The same with one more page; not for a config, which names its own. */
    public Plan page(Page page) {
        requireNonNull(page);
        return with(plan -> plan.pages = plus(pages, page));
    }

    /**
     * The same for others to see, which caps how severe a finding can be; by default the customers see a live site, and the team
     * alone a directory or a zip. Not for a config, which says so itself.
     */
    public Plan audience(Audience who) {
        return with(plan -> plan.audience = Optional.of(who));
    }

    /** The same looked at with this browser too, instead of the config's or the default, {@link BrowserKind#CHROME}. */
    public Plan browser(BrowserKind kind) {
        requireNonNull(kind);
        return with(plan -> plan.browsers = plus(browsers, kind));
    }

    /** The same with another gate: a finding of this impact or worse fails the run; default {@link Severity#SEV3}. */
    public Plan failOn(Severity impact) {
        return with(plan -> plan.failOn = requireNonNull(impact));
    }

    /**
     * The same with another bound on the whole run; default two minutes, and 100 ms for each file of a {@link #release}. Waiting
     * for a release comes on top. What was not seen by then makes the run inconclusive.
     */
    public Plan timeout(Duration limit) {
        return with(plan -> plan.timeout = Optional.of(limit));
    }

    /**
     * The same for a live site on which exactly this release must be.
     *
     * @param directoryOrZip its package
     * @param longestWait how long to wait for it at most; zero takes one look
     */
    public Plan release(Path directoryOrZip, Duration longestWait) {
        return with(plan -> {
            plan.release = Optional.of(directoryOrZip);
            plan.longestWait = Optional.of(longestWait);
        });
    }

    /** The same compared with the package of the release before, a directory or a zip, whose assets must still answer. */
    public Plan previous(Path directoryOrZip) {
        return with(plan -> plan.previous = Optional.of(directoryOrZip));
    }

    /**
     * The same with a variable for <code>${NAME}</code> and <code>${secret:NAME}</code>, before those of the process; secrets are
     * masked in the result.
     */
    public Plan variable(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(requireNonNull(name), requireNonNull(value));
        return with(plan -> plan.variables = Map.copyOf(more));
    }

    /** What it looks at, for people: the config with its environment, or the target. */
    @Override
    public String toString() {
        return config.map(Path::toString).or(() -> target).orElse("")
                + environment.map(name -> " " + name).orElse("");
    }

    Optional<Path> config() {
        return config;
    }

    Optional<String> target() {
        return target;
    }

    Optional<String> environment() {
        return environment;
    }

    Optional<Audience> audience() {
        return audience;
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    Optional<Path> release() {
        return release;
    }

    Duration longestWait() {
        return longestWait.orElse(Duration.ZERO);
    }

    Optional<Path> previous() {
        return previous;
    }

    Severity failOn() {
        return failOn;
    }

    List<Page> pages() {
        return pages;
    }

    List<BrowserKind> browsers() {
        return browsers;
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    private Plan with(Consumer<Plan> change) {
        Plan copy = new Plan();
        copy.config = config;
        copy.target = target;
        copy.environment = environment;
        copy.audience = audience;
        copy.timeout = timeout;
        copy.release = release;
        copy.previous = previous;
        copy.longestWait = longestWait;
        copy.failOn = failOn;
        copy.pages = pages;
        copy.browsers = browsers;
        copy.variables = variables;
        change.accept(copy);
        return copy;
    }

    private static <T> List<T> plus(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return List.copyOf(all);
    }
}
