package dev.smokerunner.cli;

import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the libraries' logs go: nowhere, or to standard error without secrets. */
final class Logging extends Handler {
    private final PrintWriter err;
    private final UnaryOperator<String> redaction;
    private final Formatter formatter = new SimpleFormatter();

    private Logging(PrintWriter err, UnaryOperator<String> redaction) {
        this.err = err;
        this.redaction = redaction;
    }

    /** Silences all libraries. */
    static void silence() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Lets the libraries talk, from {@link Level#INFO} on. */
    static void show(PrintWriter err, UnaryOperator<String> redaction) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new Logging(err, redaction));
    }

    @Override
    public void publish(LogRecord entry) {
        err.print(redaction.apply(formatter.format(entry)));
        err.flush();
    }

    @Override
    public void flush() {
        err.flush();
    }

    @Override
    public void close() {
        // Standard error is not ours to close.
    }
}
