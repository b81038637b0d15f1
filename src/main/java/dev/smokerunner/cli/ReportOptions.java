package dev.smokerunner.cli;

import dev.smokerunner.config.RunOptions;
import dev.smokerunner.result.Severity;
import java.nio.file.Path;
import java.util.List;
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
            defaultValue = "console,json,junit,html",
            description =
                    "console, json, junit, html, html-single (default ${DEFAULT-VALUE}); json or junit alone goes to standard output")
    List<String> formats = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "3",
            description = "fail on an impact of this Sev or worse, 1 to 5 (default ${DEFAULT-VALUE})")
    String failOn = "3";

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

    /** The gate; what is no Sev goes to the problems. */
    Severity failOn(List<String> problems) {
        if (failOn.matches("[1-5]")) {
            return Severity.of(Integer.parseInt(failOn));
        }
        problems.add("--fail-on: expected a Sev from 1 to 5, got \"" + failOn + "\"");
        return RunOptions.DEFAULT.failOn();
    }

    /** How much is said; both ways at once go to the problems. */
    ReportSettings.Verbosity verbosity(List<String> problems) {
        if (quiet && verbose) {
            problems.add("-q and -v: expected one of them, got both");
        }
        if (quiet) {
            return ReportSettings.Verbosity.QUIET;
        }
        return verbose ? ReportSettings.Verbosity.VERBOSE : ReportSettings.Verbosity.NORMAL;
    }
}
