package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a result in one format. */
public interface Report {

    /** The name by which the format is asked for, e.g. {@code junit}. */
    String name();

    /** The file it is written to, within the report directory; absent for a format that only goes to standard output. */
    Optional<String> fileName();

    /** Whether programs read it: asked for alone, such a format goes to standard output instead of its file. */
    default boolean readByPrograms() {
        return false;
    }

    /** The files beside it that it needs, by their names; the same for every result. */
    default Map<String, byte[]> companions() throws IOException {
        return Map.of();
    }

    /** Writes the result; all page-controlled text is made harmless for the format's readers. */
    void write(SmokeResult result, Appendable out) throws IOException;

    /**
     * A text that leads to several results, for the directory above theirs; only formats that people browse have one.
     *
     * @param told each result by the name of the directory in which it was told
     */
    default Optional<String> overview(Map<String, SmokeResult> told) throws IOException {
        return Optional.empty();
    }

    /** Writes several results as one text; one after the other, unless the format has a better way. */
    default void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        for (SmokeResult result : results) {
            write(result, out);
        }
    }
}
