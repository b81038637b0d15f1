package dev.smokerunner.cli;

import dev.smokerunner.config.RunOptions;
import dev.smokerunner.result.Severity;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are told and judged, as it was typed. */
final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "console,json,junit,html",
            completionCandidates = Formats.class,
            description = Formats.DESCRIPTION)
    List<String> formats = List.of();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "3",
            description = "fail on an impact of this Sev or worse, 1 to 5 (default ${DEFAULT-VALUE})")
    String failOn = "3";

    /** The gate; what is no Sev goes to the problems. */
    Severity failOn(List<String> problems) {
        if (failOn.matches("[1-5]")) {
            return Severity.of(Integer.parseInt(failOn));
        }
        problems.add("--fail-on: expected a Sev from 1 to 5, got \"" + failOn + "\"");
        return RunOptions.DEFAULT.failOn();
    }
}
