package dev.smokerunner.report;

import java.util.Map;

/**
 * How the console report looks.
 *
 * @param colour whether the verdicts are coloured
 * @param quiet only the verdict and the findings that fail the run, one line each
 * @param verbose every check, every time, and no list is cut
 * @param width the columns to wrap at; 0 never wraps, as is best for a log that somebody searches
 */
public record ConsoleStyle(boolean colour, boolean quiet, boolean verbose, int width) {
    /** As in a pipe or a CI log: no colour, no wrapping. */
    public static final ConsoleStyle PLAIN = new ConsoleStyle(false, false, false, 0);

    private static final int TERMINAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 60;

    /** Rejects a negative width. */
    public ConsoleStyle {
        if (width < 0) {
            throw new IllegalArgumentException("a width is 0 or more, got " + width);
        }
    }

    /**
     * The style that suits where the output goes.
     *
     * <p>Colour is for terminals. {@code NO_COLOR} (not empty) and {@code TERM=dumb} take it away; {@code CLICOLOR_FORCE}
     * (not empty, not 0) gives it to a pipe too, but never against {@code NO_COLOR}. A terminal is wrapped at {@code
     * COLUMNS}, or at 100.
     *
     * @param environment the environment variables
     * @param terminal whether the output goes to a terminal
     */
    public static ConsoleStyle fitting(Map<String, String> environment, boolean terminal) {
        return new ConsoleStyle(colourFits(environment, terminal), false, false, terminal ? columns(environment) : 0);
    }

    /** The same without colour. */
    public ConsoleStyle withoutColour() {
        return new ConsoleStyle(false, quiet, verbose, width);
    }

    /** The same, brief. */
    public ConsoleStyle quietly() {
        return new ConsoleStyle(colour, true, false, width);
    }

    /** The same, telling everything. */
    public ConsoleStyle verbosely() {
        return new ConsoleStyle(colour, false, true, width);
    }

    private static boolean colourFits(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return true;
        }
        return terminal && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : TERMINAL_WIDTH;
    }
}
