package dev.smokerunner.cli;

import dev.smokerunner.cli.ReportSettings.Verbosity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where results are told, and how much is said. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "smoke-report",
            description = "where reports go (default ${DEFAULT-VALUE})")
    Path directory = Path.of("smoke-report");

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

    /** The settings that these options make of formats. */
    ReportSettings settings(List<String> formats, PrintWriter out, PrintWriter err, boolean isNew) {
        return new ReportSettings(directory, formats, verbosity(), !noColour, out, err, isNew);
    }

    /** Two ways to say how much go to the problems. */
    void refuseContradictions(List<String> problems) {
        if (quiet && verbose) {
            problems.add("-q and -v: expected one of them, got both");
        }
    }

    private Verbosity verbosity() {
        if (quiet) {
            return Verbosity.QUIET;
        }
        return verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
    }
}
