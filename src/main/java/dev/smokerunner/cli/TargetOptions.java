package dev.smokerunner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be looked at, for how long, and where to keep it, as it was typed. */
final class TargetOptions {
    @Parameters(paramLabel = "CONFIG|URL", description = "config files and URLs to check, one after the other")
    List<String> subjects = List.of();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment; needed where the config has several")
    Optional<String> environment = Optional.empty();

    @Option(
            names = {"-t", "--target"},
            paramLabel = "URL|DIR|ZIP",
            description = "check this instead of the environment's url or package")
    Optional<String> target = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "a bound on the whole run, e.g. 90s (default 2m, and 100 ms more for each file of --release)")
    Optional<String> timeout = Optional.empty();

    @Option(
            names = "--save-observation",
            paramLabel = "DIR",
            description = "keep what was seen in this new folder, for smoke judge")
    Optional<Path> saved = Optional.empty();
}
