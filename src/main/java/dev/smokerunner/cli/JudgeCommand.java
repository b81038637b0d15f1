package dev.smokerunner.cli;

import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.PlanRunner;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.saved.KeptRun;
import dev.smokerunner.saved.ObservationFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke judge}: judges what an earlier run saw, without looking again. */
@Command(
        name = "judge",
        description = "judge again what smoke run --save-observation kept, also by another config",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR|ZIP", description = "the folder that --save-observation wrote, or a bug report")
    private Path folder = Path.of(".");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "CONFIG",
            description = "judge by what this config expects, instead of what was expected then")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment of the config; needed where it has several")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private ReportOptions tell = new ReportOptions();

    JudgeCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        List<String> problems = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Severity failOn = tell.failOn(problems);
        List<String> formats = Formats.read(tell.formats, problems);
        tell.output.refuseContradictions(problems);
        Optional<SmokePlan> plan = plan(failOn, problems);
        Optional<ObservationFolder.Saved> saved = saved(problems);
        if (!problems.isEmpty()) {
            return Conclusion.refused(problems, tell.formats, out, err);
        }
        ObservationFolder.Saved seen = plan.map(saved.orElseThrow()::judgedBy)
                .orElseGet(() -> saved.orElseThrow().failingOn(failOn));
        SmokeResult judged = PlanRunner.judge(seen.run(), seen.pages());
        SmokeResult clean =
                plan.map(by -> judged.mapTexts(by.redaction()::apply)).orElse(judged);
        ReportSettings settings = tell.output.settings(formats, out, err, true);
        return Conclusion.of(List.of(clean), application.report(List.of(clean), settings), settings);
    }

    private Optional<ObservationFolder.Saved> saved(List<String> problems) {
        try {
            return Optional.of(KeptRun.read(folder));
        } catch (IOException e) {
            problems.add(folder + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SmokePlan> plan(Severity failOn, List<String> problems) {
        if (config.isEmpty()) {
            environment.ifPresent(name -> problems.add("--env: expected --config with it, got none"));
            return Optional.empty();
        }
        RunOptions options = new RunOptions(BrowserOverride.NONE, failOn, RunOptions.DEFAULT.timeout());
        try {
            return Optional.of(new ConfigFile(config.get(), application::variable)
                    .plan(new Selection(environment, Optional.empty(), options)));
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Optional.empty();
        }
    }
}
