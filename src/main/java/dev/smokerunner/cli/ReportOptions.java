package dev.smokerunner.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are told and judged, as it was typed. */
final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "console,json,junit",
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

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "a bound on the whole run, e.g. 90s (default 2m, and 100 ms more for each file of --release)")
    Optional<String> timeout = Optional.empty();
}
