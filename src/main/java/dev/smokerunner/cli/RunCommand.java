package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
    private final Wiring wiring;

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

    RunCommand(Wiring wiring) {
        this.wiring = wiring;
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
            request = new RequestReader(what, release, browser, tell, wiring::variable).read();
        } catch (UsageException e) {
            e.problems().forEach(err::println);
            err.flush();
            return ExitCode.USAGE;
        }
        plans = request.plans();
        if (tell.verbose) {
            Logging.show(err, this::redact);
        }
        Teller teller =
                wiring.teller(new Telling(request.output(), request.formats(), voice(), !tell.noColour, out, err));
        Function<SmokePlan, SmokeResult> runner = wiring.runner(teller.progress());
        List<SmokeResult> results = plans.stream().map(runner).toList();
        return conclude(results, teller);
    }

    private ExitCode conclude(List<SmokeResult> results, Teller teller) {
        List<ExitCode> codes = new ArrayList<>();
        results.forEach(result -> codes.add(ExitCode.of(result.verdict())));
        PrintWriter err = spec.commandLine().getErr();
        for (String problem : teller.tell(results)) {
            err.println(redact(problem));
            codes.add(ExitCode.INCONCLUSIVE);
        }
        err.flush();
        return ExitCode.worst(codes);
    }

    private Telling.Voice voice() {
        if (tell.quiet) {
            return Telling.Voice.QUIET;
        }
        return tell.verbose ? Telling.Voice.VERBOSE : Telling.Voice.NORMAL;
    }
}
