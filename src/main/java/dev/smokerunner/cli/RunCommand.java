package dev.smokerunner.cli;

import dev.smokerunner.report.ReportProblem;
import dev.smokerunner.report.WholeFile;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.saved.ObservationWriter;
import dev.smokerunner.trace.HarTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private AlertOptions alert = new AlertOptions();

    @Option(names = "--dry-run", description = "say what would be checked and why, and visit nothing")
    private boolean dryRun;

    @Option(
            names = "--trace",
            description =
                    "write the requests of each visit to trace.har (HAR 1.2, without bodies and secrets) beside the reports")
    private boolean trace;

    private List<SmokePlan> plans = List.of();

    RunCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return run();
    }

    /** A text without the secrets of the configs. */
    String redact(String text) {
        String clean = text;
        for (SmokePlan plan : plans) {
            clean = plan.redaction().apply(clean);
        }
        return clean;
    }

    private int run() {
        Logging.silence();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunRequest request;
        try {
            request = request();
        } catch (UsageException e) {
            return Conclusion.refused(e.problems(), tell.formats, out, err);
        }
        if (dryRun) {
            plans.forEach(plan -> out.print(new DryRunText(plan).lines()));
            return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
        }
        if (tell.output.verbose) {
            Logging.show(err, this::redact);
        }
        ReportSettings settings = tell.output.settings(request.formats(), out, err, true);
        Optional<ObservationWriter> writer;
        try {
            writer = writer();
        } catch (IOException e) {
            String problem = "--save-observation " + what.saved.orElseThrow() + ": " + e.getMessage();
            return Conclusion.refused(List.of(problem), request.formats(), out, err);
        }
        // Made only where it is asked for, so that other runs load no class of it.
        Optional<HarTrace> har = trace ? Optional.of(new HarTrace()) : Optional.empty();
        ObservationRecorder keeping = writer.<ObservationRecorder>map(w -> w).orElse(ObservationRecorder.NONE);
        Function<SmokePlan, SmokeResult> runner = application.runner(
                settings, har.<ObservationRecorder>map(keeping::and).orElse(keeping));
        List<SmokeResult> results = plans.stream().map(runner).toList();
        List<String> problems = new ArrayList<>(application.report(results, settings));
        // A run that is not remembered loads nothing of a database.
        if (alert.isRemembered()) {
            problems.addAll(new RunMemory(application, alert).remember(plans, results, err));
        }
        har.map(this::written).ifPresent(problems::addAll);
        writer.flatMap(ObservationWriter::trouble).ifPresent(why -> problems.add("cannot keep what was seen: " + why));
        return Conclusion.of(results, problems.stream().map(this::redact).toList(), settings);
    }

    private RunRequest request() throws UsageException {
        RunRequest request = new RequestReader(what, release, browser, tell, application::variable).read();
        List<String> contradictions = alert.contradictions(request.plans(), what.target.isPresent());
        if (!contradictions.isEmpty()) {
            throw new UsageException(contradictions);
        }
        plans = request.plans();
        return request;
    }

    private List<String> written(HarTrace har) {
        Path file = tell.output.directory.resolve("trace.har");
        try {
            Files.createDirectories(tell.output.directory);
            WholeFile.write(file, har.json());
            return List.of();
        } catch (IOException e) {
            return List.of(ReportProblem.of(file, e).toString());
        }
    }

    private Optional<ObservationWriter> writer() throws IOException {
        return what.saved.isPresent() ? Optional.of(ObservationWriter.into(what.saved.get())) : Optional.empty();
    }
}
