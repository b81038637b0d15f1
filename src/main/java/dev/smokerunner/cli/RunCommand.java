package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.saved.ObservationWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smoke run}: checks once. */
@Command(
        name = "run",
        description = "check once: the CI step, and the check by hand",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions what = new TargetOptions();

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    @Mixin
    private BrowserOptions browser = new BrowserOptions();

    @Mixin
    private ReportOptions tell = new ReportOptions();

    private List<SmokePlan> plans = List.of();

    RunCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return run().code();
    }

    /** A text without the secrets of the configs. */
    String redact(String text) {
        String clean = text;
        for (SmokePlan plan : plans) {
            clean = plan.redaction().apply(clean);
        }
        return clean;
    }

    private ExitCode run() {
        Logging.silence();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunRequest request;
        try {
            request = new RequestReader(what, release, browser, tell, application::variable).read();
        } catch (UsageException e) {
            e.problems().forEach(err::println);
            err.flush();
            return ExitCode.USAGE;
        }
        plans = request.plans();
        if (tell.verbose) {
            Logging.show(err, this::redact);
        }
        ReportSettings settings =
                new ReportSettings(request.output(), request.formats(), request.verbosity(), !tell.noColour, out, err);
        Optional<ObservationWriter> writer;
        try {
            writer = writer();
        } catch (IOException e) {
            err.println("--save-observation " + what.saved.orElseThrow() + ": " + e.getMessage());
            err.flush();
            return ExitCode.USAGE;
        }
        Function<SmokePlan, SmokeResult> runner = application.runner(
                settings, writer.<ObservationRecorder>map(w -> w).orElse(ObservationRecorder.NONE));
        List<SmokeResult> results = plans.stream().map(runner).toList();
        Optional<String> unsaved = writer.flatMap(ObservationWriter::trouble);
        return conclude(
                results,
                settings,
                unsaved.stream().map(why -> "cannot keep what was seen: " + why).toList());
    }

    private Optional<ObservationWriter> writer() throws IOException {
        return what.saved.isPresent() ? Optional.of(ObservationWriter.into(what.saved.get())) : Optional.empty();
    }

    private ExitCode conclude(List<SmokeResult> results, ReportSettings settings, List<String> before) {
        List<ExitCode> codes = new ArrayList<>();
        results.forEach(result -> codes.add(ExitCode.of(result.verdict())));
        PrintWriter err = settings.err();
        List<String> problems = new ArrayList<>(before);
        problems.addAll(application.report(results, settings));
        for (String problem : problems) {
            err.println(redact(problem));
            codes.add(ExitCode.INCONCLUSIVE);
        }
        err.flush();
        return ExitCode.worst(codes);
    }
}
