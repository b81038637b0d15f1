package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.serving.Target;
import java.util.Optional;

/**
 * What of a config is to be run, and how.
 *
 * <p>Another target keeps the name and the audience of its environment. A package also keeps the proxy of a package
 * environment; where no environment is named and there are several, it stands in for the only package environment, or else
 * runs as environment {@code default} for the team. A URL needs a named environment where there are several, because the
 * audience decides how severe its findings are.
 *
 * @param environment the environment's name; absent means the only one
 * @param target what to check instead of the environment's url or package
 * @param options how to run
 * @param isToCome whether the target is a package that is not there yet, so that nobody knows what pages it has; default false
 */
public record Selection(Optional<String> environment, Optional<Target> target, RunOptions options, boolean isToCome) {
    /** The only environment, as it is. */
    public static final Selection DEFAULT = new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT);

    /** What is to be run of a target that is there. */
    public Selection(Optional<String> environment, Optional<Target> target, RunOptions options) {
        this(environment, target, options, false);
    }

    /** Rejects null. */
    public Selection {
        requireNonNull(environment);
        requireNonNull(target);
        requireNonNull(options);
    }

    /** The same for a named environment. */
    public Selection of(String name) {
        return new Selection(Optional.of(name), target, options, isToCome);
    }
}
