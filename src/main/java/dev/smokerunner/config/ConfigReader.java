package dev.smokerunner.config;

import dev.smokerunner.expectation.Indexing;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a plan from a tree; what cannot be read goes to the tree's problems.
 *
 * @param config the whole config
 * @param file where the config stands: its paths are relative to that directory
 * @param selection what of it is to be run
 * @param redaction removes the config's secrets
 */
record ConfigReader(ConfigNode config, Path file, Selection selection, Redaction redaction) {

    private Path base() {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    /** The plan; absent where a problem is in its way. */
    Optional<SmokePlan> read() {
        List<ConfigNode> pages = config.get("pages").items();
        PageRules.checkPaths(pages);
        ConfigNode environments = config.get("environments");
        List<Environment> all = new EnvironmentReader(base()).read(environments);
        Optional<Environment> chosen = new EnvironmentChoice(environments, all, selection).choose();
        Audience audience = chosen.map(ConfigReader::audience).orElse(Audience.CUSTOMERS);
        List<BrowserChoice> browsers = new BrowserReader(base(), new PreparationReader(redaction), config.get("login"))
                .read(config.get("browser"));
        PageReader reader = PageReader.of(
                config, OtherHosts.of(all, chosen), audience, indexing(chosen, audience, browsers.get(0)));
        List<PagePlan> pagePlans = pages.isEmpty()
                ? List.of(reader.read(config.get("pages")))
                : pages.stream().map(reader::read).toList();
        List<UrlPattern> firstParty = config.get("assets").get("first-party").readAll(ValueParsers::host);

        return chosen.flatMap(environment -> environment.target().map(target -> {
            checkTarget(environment, target, pages);
            return new SmokePlan(
                    subject(environment, target),
                    target,
                    pagePlans,
                    environment.edges(),
                    selection.options().release(),
                    firstParty,
                    selection.options().browser().over(browsers),
                    selection.options().grid(),
                    selection.options().failOn(),
                    selection.options().timeout(),
                    redaction);
        }));
    }

    private void checkTarget(Environment environment, Target target, List<ConfigNode> pages) {
        List<ConfigNode> checked = (pages.isEmpty() ? List.of(config.get("pages")) : pages)
                .stream().filter(ConfigReader::hasSoundPath).toList();
        if (target instanceof Target.LiveSite site) {
            PageRules.checkAgainst(site, checked);
        } else if (target instanceof Target.Package packed && !selection.isToCome()) {
            checkPackage(environment.entry().get("package"), packed.path(), checked);
        }
    }

    private static void checkPackage(ConfigNode entry, Path path, List<ConfigNode> pages) {
        try (PackedFiles files = Packages.open(path)) {
            PageRules.checkAgainst(path, files, pages);
        } catch (PackageException e) {
            entry.add("expected a package, got " + Quoted.quoted(entry.text().orElse("")) + ", and " + e.getMessage());
        }
    }

    private static boolean hasSoundPath(ConfigNode page) {
        return page.isThere() ? page.get("path").isSound() : page.isSound();
    }

    private SmokeResult.Subject subject(Environment environment, Target target) {
        SmokeResult.Subject subject = new SmokeResult.Subject(
                text("name").orElse(""),
                text("owner"),
                text("runbook"),
                environment.name(),
                audience(environment),
                redaction.apply(Plans.shown(target)));
        return subject.describedIn(redaction.apply(file.toString().replace('\\', '/')));
    }

    private static Audience audience(Environment environment) {
        boolean isLive =
                environment.target().filter(Target.LiveSite.class::isInstance).isPresent();
        return environment.audience().orElse(isLive ? Audience.CUSTOMERS : Audience.TEAM);
    }

    /** Where one must log in, no search engine comes; and a package is nowhere yet. */
    private static Indexing indexing(Optional<Environment> environment, Audience audience, BrowserChoice browser) {
        boolean isLive = environment
                .flatMap(Environment::target)
                .filter(Target.LiveSite.class::isInstance)
                .isPresent();
        boolean isOpen = browser.basicAuth().isEmpty()
                && !browser.preparation().isAny()
                && browser.headers().keySet().stream().noneMatch(Credentials::isCredential);
        if (!isLive || audience == Audience.TEAM) {
            return Indexing.ANY;
        }
        if (audience == Audience.CUSTOMERS) {
            return Indexing.WANTED;
        }
        return isOpen ? Indexing.UNWANTED : Indexing.ANY;
    }

    private Optional<String> text(String key) {
        return config.get(key).text().map(redaction::apply);
    }
}
