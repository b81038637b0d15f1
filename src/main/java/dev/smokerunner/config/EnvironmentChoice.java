package dev.smokerunner.config;

import dev.smokerunner.result.Audience;
import dev.smokerunner.serving.Edges;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Finds which environment is meant; {@link Selection} says by which rules.
 *
 * @param entry the config's environments
 * @param environments those of them that could be read
 * @param selection what was asked for
 */
record EnvironmentChoice(ConfigNode entry, List<Environment> environments, Selection selection) {

    /** The environment that is meant; absent where that, or something in it, is among the problems. */
    Optional<Environment> choose() {
        List<String> names = List.copyOf(entry.node().propertyNames());
        Optional<String> asked = selection.environment();
        if (asked.isPresent() && !names.contains(asked.get())) {
            refuse(names, Quoted.quoted(asked.get()) + Nearest.hint(asked.get(), names));
            return Optional.empty();
        }
        if (asked.isPresent() || names.size() == 1) {
            return named(asked.orElse(names.get(0)));
        }
        if (selection.target().filter(Target.Package.class::isInstance).isPresent()) {
            return Optional.of(forPackage());
        }
        refuse(names, "none");
        return Optional.empty();
    }

    private void refuse(List<String> names, String got) {
        if (!names.isEmpty()) {
            entry.addKey("expected -e with one of " + String.join(", ", names) + ", got " + got);
        }
    }

    private Optional<Environment> named(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .filter(environment -> environment.entry().isSound())
                .map(this::retarget)
                .findFirst();
    }

    private Environment forPackage() {
        List<Environment> packages =
                environments.stream().filter(Environment::isPackage).toList();
        if (packages.size() == 1) {
            return retarget(packages.get(0));
        }
        return new Environment(
                Plans.DEFAULT_ENVIRONMENT, entry, selection.target(), Edges.NONE, Optional.of(Audience.TEAM));
    }

    private Environment retarget(Environment environment) {
        Optional<Target> target = selection
                .target()
                .map(other -> other instanceof Target.Package files
                        ? new Target.Package(files.path(), environment.proxy())
                        : other)
                .or(environment::target);
        return new Environment(
                environment.name(), environment.entry(), target, edges(environment), environment.audience());
    }

    /** The edges are those of the configured site, and know nothing of another one. */
    private Edges edges(Environment environment) {
        if (selection.target().isEmpty()) {
            return environment.edges();
        }
        return environment
                .target()
                .flatMap(EnvironmentChoice::site)
                .flatMap(configured -> selection
                        .target()
                        .flatMap(EnvironmentChoice::site)
                        .map(instead -> environment.edges().of(configured, instead)))
                .orElse(Edges.NONE);
    }

    private static Optional<URI> site(Target target) {
        return target instanceof Target.LiveSite live ? Optional.of(live.url()) : Optional.empty();
    }
}
