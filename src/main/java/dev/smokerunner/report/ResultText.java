package dev.smokerunner.report;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A result, or a part of it, as the console tells it, without colour: for messages of tests. */
public final class ResultText {
    private ResultText() {}

    /** The whole result. */
    public static String of(SmokeResult result) {
        return written(out -> new ConsoleReport(ConsoleStyle.PLAIN).write(result, out));
    }

    /**
     * Findings in full, none left out.
     *
     * @param result the result that has them
     */
    public static String of(List<Finding> findings, SmokeResult result) {
        return written(out -> {
            ConsoleFindings text =
                    new ConsoleFindings(result, new ConsoleLines(out, ConsoleStyle.PLAIN), ConsoleStyle.PLAIN);
            for (Finding finding : findings) {
                text.inFull(finding);
            }
        });
    }

    /** Why a check says nothing, or who tells what it found. */
    public static String reason(CheckResult check) {
        String reason = Visible.line(check.reason().orElse("no reason is known"));
        return check.outcome() == Outcome.ERRORED ? "could not be judged: " + reason : reason;
    }

    private static String written(Writing writing) {
        StringBuilder text = new StringBuilder();
        try {
            writing.to(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
        return text.toString().strip();
    }

    /** Writes a text. */
    private interface Writing {
        void to(Appendable out) throws IOException;
    }
}
