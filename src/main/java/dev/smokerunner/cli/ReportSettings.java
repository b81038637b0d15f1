package dev.smokerunner.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * How results are to be reported.
 *
 * @param output the directory for reports
 * @param formats the names of the formats, each once; never empty
 * @param verbosity how much is said
 * @param colour whether colour is allowed; whether it suits the terminal is another question
 * @param out standard output
 * @param err standard error
 * @param isNew whether the results are those of a run of now; else of an earlier one that is told again
 */
public record ReportSettings(
        Path output,
        List<String> formats,
        Verbosity verbosity,
        boolean colour,
        PrintWriter out,
        PrintWriter err,
        boolean isNew) {

    /** Copies the list. */
    public ReportSettings {
        requireNonNull(output);
        requireNonNull(verbosity);
        requireNonNull(out);
        requireNonNull(err);
        formats = List.copyOf(formats);
    }

    /** How much is said. */
    public enum Verbosity {
        /** The verdict and what fails the run: {@code -q}. */
        QUIET,
        /** What a person needs. */
        NORMAL,
        /** Everything, with logs and stack traces: {@code -v}. */
        VERBOSE
    }
}
