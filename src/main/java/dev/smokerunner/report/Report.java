package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.Optional;

/** Tells a result in one format. */
public interface Report {

    /** The name by which the format is asked for, e.g. {@code junit}. */
    String name();

    /** The file it is written to, within the report directory; absent for a format that only goes to a terminal. */
    Optional<String> fileName();

    /** Writes the result; all page-controlled text is made harmless for the format's readers. */
    void write(SmokeResult result, Appendable out) throws IOException;
}
