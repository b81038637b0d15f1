package dev.smokerunner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How results are told and judged, as it was typed. */
final class ReportOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "smoke-report",
            description = "where reports go (default ${DEFAULT-VALUE})")
    Path output = Path.of("smoke-report");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "console,json,junit",
            description =
                    "console, json, junit (default ${DEFAULT-VALUE}); json or junit alone goes to standard output")
    List<String> formats = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "3",
            description = "fail on an impact of this Sev or worse, 1 to 5 (default ${DEFAULT-VALUE})")
    String failOn = "3";

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "a bound on the whole run, e.g. 90s (default 2m, and 100 ms more for each file of --release)")
    Optional<String> timeout = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "say the verdict and what fails the run, no more")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "say everything, with logs")
    boolean verbose;

    @Option(names = "--no-color", description = "no colour, whatever the terminal can show")
    boolean noColour;
}
