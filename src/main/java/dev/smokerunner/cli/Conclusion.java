package dev.smokerunner.cli;

import dev.smokerunner.report.NagiosStatus;
import dev.smokerunner.result.SmokeResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** How a command ends that tells results: with what exit code, and what it says that no report does. */
final class Conclusion {
    private static final String NAGIOS = "nagios";

    private Conclusion() {}

    /**
     * The exit code after results were told.
     *
     * @param problems what could not be told; a verdict that nobody can read is no pass
     */
    static int of(List<SmokeResult> results, List<String> problems, ReportSettings settings) {
        problems.forEach(settings.err()::println);
        settings.err().flush();
        if (settings.formats().contains(NAGIOS)) {
            NagiosStatus status = NagiosStatus.worst(results);
            return (status == NagiosStatus.OK && !problems.isEmpty() ? NagiosStatus.UNKNOWN : status).code();
        }
        List<ExitCode> codes = new ArrayList<>();
        results.forEach(result -> codes.add(ExitCode.of(result.verdict())));
        problems.forEach(problem -> codes.add(ExitCode.INCONCLUSIVE));
        return ExitCode.worst(codes).code();
    }

    /** The exit code where nothing ran; the usual one would be a critical service to Nagios, which reads standard output only. */
    static int refused(List<String> problems, List<String> formats, PrintWriter out, PrintWriter err) {
        problems.forEach(err::println);
        err.flush();
        if (!formats.contains(NAGIOS)) {
            return ExitCode.USAGE.code();
        }
        out.println(NagiosStatus.UNKNOWN.line(String.join("; ", problems)));
        out.flush();
        return NagiosStatus.UNKNOWN.code();
    }
}
