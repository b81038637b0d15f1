package dev.smokerunner.cli;

import dev.smokerunner.canary.Canary;
import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.PageCheck;
import dev.smokerunner.canary.Trial;
import dev.smokerunner.canary.build.Workshop;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.telling.CanaryText;
import dev.smokerunner.canary.telling.CanaryVerdict;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** One call of {@code smoke canary}, all of whose options are possible. */
final class CanaryCall {
    private final Application application;
    private final ReportSettings settings;
    private final CanaryReader reader;
    private final SmokePlan plan;

    CanaryCall(Application application, ReportSettings settings, CanaryReader reader, SmokePlan plan) {
        this.application = application;
        this.settings = settings;
        this.reader = reader;
        this.plan = plan;
    }

    /** Runs it to its exit code. */
    int run() {
        Instant startedAt = application.now();
        try (Workshop workshop = reader.workshop()) {
            CanaryResult canary = new Canary(reader.plan(workshop, check(), this::tell)).run();
            SmokeResult result = new CanaryVerdict(plan.subject(), startedAt, application.version(), plan.failOn())
                    .of(canary)
                    .mapTexts(plan.redaction()::apply);
            return conclude(canary, result);
        } catch (PackagesException | IOException | UncheckedIOException e) {
            settings.err().println("inconclusive: " + e.getMessage());
            return ExitCode.INCONCLUSIVE.code();
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        }
    }

    private int conclude(CanaryResult canary, SmokeResult result) {
        if (speaks()) {
            CanaryText.lines(canary, result).forEach(settings.out()::println);
        }
        List<String> problems = new ArrayList<>(application.report(List.of(result), reports()));
        return Conclusion.of(List.of(result), problems, settings);
    }

    /** Whether people read the answer. */
    private boolean speaks() {
        return settings.formats().contains("console");
    }

    /** What the console says of any run, the answer says better. */
    private ReportSettings reports() {
        PrintWriter out = speaks() ? new PrintWriter(Writer.nullWriter()) : settings.out();
        return new ReportSettings(
                settings.output(),
                settings.formats(),
                settings.verbosity(),
                settings.colour(),
                out,
                settings.err(),
                settings.isNew());
    }

    private PageCheck check() {
        ReportSettings quiet = new ReportSettings(
                settings.output(),
                settings.formats(),
                ReportSettings.Verbosity.QUIET,
                settings.colour(),
                settings.out(),
                settings.err(),
                true);
        Function<SmokePlan, SmokeResult> runner = application.runner(quiet, ObservationRecorder.NONE);
        return output -> runner.apply(CanaryPages.of(plan, output));
    }

    private void tell(Trial trial) {
        if (settings.verbosity() != ReportSettings.Verbosity.QUIET) {
            settings.err().println(CanaryText.trial(trial));
            settings.err().flush();
        }
    }
}
