package dev.smokerunner.cli;

import dev.smokerunner.report.StoredResult;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.result.SmokeResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke report}: tells a stored result again. It ends as the run ended, so that no script takes a fail for a pass. */
@Command(
        name = "report",
        description = "write any format from a stored result; ends with the exit code of its verdict",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RESULT.json", description = "what an earlier run wrote with --format json")
    private String file = "";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "console",
            completionCandidates = Formats.class,
            description = Formats.DESCRIPTION)
    private List<String> formats = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReportCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<String> problems = new ArrayList<>();
        List<String> names = Formats.read(formats, problems);
        output.refuseContradictions(problems);
        List<SmokeResult> results = results(problems);
        if (!problems.isEmpty()) {
            return Conclusion.refused(problems, formats, out, err);
        }
        ReportSettings settings = output.settings(names, out, err, false);
        return Conclusion.of(results, application.report(results, settings), settings);
    }

    private List<SmokeResult> results(List<String> problems) {
        byte[] bytes;
        try {
            bytes = StoredFile.read(file);
        } catch (IllegalArgumentException e) {
            problems.add(refusal("got " + e.getMessage()));
            return List.of();
        }
        try {
            return StoredResult.read(bytes, Path.of(file).toAbsolutePath().resolveSibling(""));
        } catch (IllegalArgumentException e) {
            problems.add(refusal(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private String refusal(String got) {
        return TerminalText.line(TerminalText.field(file) + ": expected a result that smoke wrote (smoke-result/1), "
                + TerminalText.field(got));
    }
}
