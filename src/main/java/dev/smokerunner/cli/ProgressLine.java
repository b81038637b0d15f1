package dev.smokerunner.cli;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.report.TerminalText;
import dev.smokerunner.run.Progress;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Shows how far a run is: one line on standard error that is rewritten, or now and then a plain one in a log. */
public final class ProgressLine implements Progress {
    private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(5);
    /** With what the cut adds still within 80 columns: a line that wraps could not be rewritten. */
    private static final int WIDTH = 60;

    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Manner manner;
    private final Clock clock;
    private Instant lastPlain;
    private boolean shown;

    /**
     * A line on a stream.
     *
     * @param err where it goes
     * @param manner how it is shown
     * @param clock tells when a log has waited long enough for another line
     */
    public ProgressLine(PrintStream err, Manner manner, Clock clock) {
        this.err = requireNonNull(err);
        this.manner = requireNonNull(manner);
        this.clock = requireNonNull(clock);
        lastPlain = clock.instant();
    }

    /** How progress is shown. */
    public enum Manner {
        /** One line that is rewritten in place. */
        REWRITTEN,
        /** A line every five seconds at most, so nothing at all for a short run. */
        PLAIN,
        /** Nothing. */
        SILENT;

        /**
         * The manner that suits where standard error goes.
         *
         * @param environment the environment variables; {@code CI} and {@code TERM=dumb} speak against rewriting
         * @param terminal whether it goes to a terminal
         * @param quiet whether nothing is wanted
         */
        public static Manner fitting(Map<String, String> environment, boolean terminal, boolean quiet) {
            if (quiet) {
                return SILENT;
            }
            boolean log = !terminal
                    || !environment.getOrDefault("CI", "").isEmpty()
                    || environment.getOrDefault("TERM", "").equals("dumb");
            return log ? PLAIN : REWRITTEN;
        }
    }

    @Override
    public void stage(String what) {
        show(what);
    }

    @Override
    public void page(URI url, int done, int total) {
        show(done + " of " + total + " pages: " + url);
    }

    /** Takes the line away, so that the report begins on a clean one. */
    public synchronized void clear() {
        if (shown) {
            err.print(ERASE);
            err.flush();
            shown = false;
        }
    }

    private synchronized void show(String text) {
        switch (manner) {
            case REWRITTEN -> {
                err.print(ERASE + TerminalText.line(TerminalText.field(text, WIDTH)));
                err.flush();
                shown = true;
            }
            case PLAIN -> {
                Instant now = clock.instant();
                if (!now.isBefore(lastPlain.plus(BETWEEN_PLAIN_LINES))) {
                    err.println(TerminalText.line(TerminalText.field(text)));
                    lastPlain = now;
                }
            }
            case SILENT -> {}
        }
    }
}
