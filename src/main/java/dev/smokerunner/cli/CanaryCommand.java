package dev.smokerunner.cli;

import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
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

/** {@code smoke canary}: builds with newer dependencies and names the one that breaks the page. */
@Command(
        name = "canary",
        description = "build with the newest dependencies; name the one that breaks the page",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CanaryCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PROJECT", description = "the folder with package.json and the lock; it is never touched")
    private Path project = Path.of(".");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "CONFIG",
            description = "what is expected of the page")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment of the config says so; needed where it has several and not one package")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private CanaryOptions how = new CanaryOptions();

    @Mixin
    private BrowserOptions browser = new BrowserOptions();

    @Mixin
    private AlertOptions alert = new AlertOptions();

    @Mixin
    private ReportOptions tell = new ReportOptions();

    CanaryCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<String> problems = new ArrayList<>();
        tell.output.refuseContradictions(problems);
        List<String> formats = Formats.read(tell.formats, problems);
        Severity failOn = tell.failOn(problems);
        BrowserOverride looks = BrowserText.read(browser, problems);
        RunOptions options = new RunOptions(
                looks, GridText.read(browser, problems), failOn, RunOptions.DEFAULT.timeout(), ReleasePlan.NONE);
        CanaryPages pages = new CanaryPages(application, config, environment, options);
        Optional<SmokePlan> plan = pages.plan(project, problems);
        CanaryReader reader = new CanaryReader(how.order(project, problems), application);
        if (!how.audit) {
            reader.check(problems);
        }
        plan.ifPresent(each -> GridText.refuseWhatNoNodeCanReach(each, problems));
        plan.ifPresent(each -> problems.addAll(alert.contradictions(List.of(each), false)));
        if (!problems.isEmpty()) {
            return Conclusion.refused(problems, formats, out, err);
        }
        if (how.audit) {
            return new AuditCall(application, project, out, err).run(reader);
        }
        ReportSettings settings = tell.output.settings(formats, out, err, true);
        return new CanaryCall(application, settings, new CanaryFollowUp(how, alert), reader, plan.orElseThrow()).run();
    }
}
