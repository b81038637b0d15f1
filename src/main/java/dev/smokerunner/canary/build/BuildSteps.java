package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is run in a project to build it.
 *
 * @param build a command line for a shell
 * @param test the same for what must pass besides; absent means that nothing is tested
 * @param output the folder or zip that it makes, relative to the project; absent means that it is looked for
 */
public record BuildSteps(String build, Optional<String> test, Optional<String> output) {
    /** Rejects null. */
    public BuildSteps {
        requireNonNull(build);
        requireNonNull(test);
        requireNonNull(output);
    }
}
