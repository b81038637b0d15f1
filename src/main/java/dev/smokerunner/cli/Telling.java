package dev.smokerunner.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * How results are to be told.
 *
 * @param output the directory for reports
 * @param formats the names of the formats, each once; never empty
 * @param voice how much is said
 * @param colour whether colour is allowed; whether it suits the terminal is for the teller to see
 * @param out standard output
 * @param err standard error
 */
public record Telling(
        Path output, List<String> formats, Voice voice, boolean colour, PrintWriter out, PrintWriter err) {

    /** Copies the list. */
    public Telling {
        requireNonNull(output);
        requireNonNull(voice);
        requireNonNull(out);
        requireNonNull(err);
        formats = List.copyOf(formats);
    }

    /** How much is said. */
    public enum Voice {
        /** The verdict and what fails the run: {@code -q}. */
        QUIET,
        /** What a person needs. */
        NORMAL,
        /** Everything, with logs and stack traces: {@code -v}. */
        VERBOSE
    }
}
