package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends results to the summary of a GitHub job, whose file the variable {@code GITHUB_STEP_SUMMARY} names. */
public final class JobSummary {
    /** A summary that is longer is not shown at all. */
    private static final int MOST_BYTES = 1 << 20;

    private JobSummary() {}

    /** Adds the results, as many as there is room for; what could not be written. */
    public static List<ReportProblem> append(List<SmokeResult> results, Path file) {
        try {
            long room = MOST_BYTES - (Files.exists(file) ? Files.size(file) : 0);
            StringBuilder text = new StringBuilder();
            for (SmokeResult result : results) {
                StringBuilder next = new StringBuilder();
                new MarkdownReport().write(result, next.append('\n'));
                byte[] bytes = next.toString().getBytes(StandardCharsets.UTF_8);
                room -= bytes.length;
                text.append(room < 0 ? "" : next);
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return List.of();
        } catch (IOException e) {
            return List.of(ReportProblem.of(file, e));
        }
    }
}
