package dev.smokerunner.cli;

import dev.smokerunner.run.SmokePlan;
import java.nio.file.Path;
import java.util.List;

/**
 * What one call of {@code smoke run} asks for, all of it possible.
 *
 * @param plans what is to be run, in this order; never empty
 * @param output the directory for reports
 * @param formats the names of the formats
 */
record RunRequest(List<SmokePlan> plans, Path output, List<String> formats) {

    /** Copies the lists. */
    RunRequest {
        plans = List.copyOf(plans);
        formats = List.copyOf(formats);
    }
}
