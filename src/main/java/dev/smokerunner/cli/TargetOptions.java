package dev.smokerunner.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be checked, as it was typed. */
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
}
