package dev.smokerunner.cli;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.canary.build.Limits;
import dev.smokerunner.config.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a project is built and what of it moves, as it was typed. */
final class CanaryOptions {
    @Option(
            names = "--audit",
            description = "build nothing: say how well the project pins what it depends on, worst first")
    boolean audit;

    @Option(
            names = "--build",
            paramLabel = "CMD",
            description = "what builds it (default: the script build of package.json)")
    Optional<String> build = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR|ZIP",
            description =
                    "what the build makes, in the project (default: the folder with the index.html that it makes)")
    Optional<String> out = Optional.empty();

    @Option(names = "--test", paramLabel = "CMD", description = "what must pass besides, e.g. \"npm test\"")
    Optional<String> test = Optional.empty();

    @Option(
            names = "--node",
            paramLabel = "PATH",
            description = "the Node that builds, where it is not the one that installs; old projects need it")
    Optional<Path> node = Optional.empty();

    @Option(
            names = "--lock",
            paramLabel = "FILE",
            description = "the lock that is known to work, instead of the project's own")
    Optional<Path> lock = Optional.empty();

    @Option(names = "--latest", description = "try new major versions too, which package.json does not ask for yet")
    boolean latest;

    @Option(
            names = "--allow-scripts",
            description =
                    "run the install scripts of packages, in the sandbox and without network (default: none runs)")
    boolean allowScripts;

    @Option(
            names = "--write-patch",
            paramLabel = "FILE",
            description = "write the safe set as a patch to package.json and the lock")
    Optional<Path> patch = Optional.empty();

    @Option(names = "--renovate", description = "print the rules that keep the culprit out: Renovate, Dependabot, npm")
    boolean renovate;

    @Option(
            names = "--build-timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description =
                    "how long one build may take (default ${DEFAULT-VALUE}; at most ten times what the first one took)")
    String buildTimeout = "10m";

    /**
     * What is to be built.
     *
     * @param problems is told of a duration that is none
     */
    CanaryOrder order(Path project, List<String> problems) {
        Duration timeout = Limits.USUAL.time();
        try {
            timeout = DurationText.parseLimit(buildTimeout);
        } catch (IllegalArgumentException e) {
            problems.add("--build-timeout: expected " + e.getMessage() + ", got \"" + buildTimeout + "\"");
        }
        return new CanaryOrder(project, build, out, test, node, lock, latest, allowScripts, timeout);
    }
}
