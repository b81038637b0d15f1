package dev.smokerunner.cli;

import dev.smokerunner.canary.Canary;
import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.PageCheck;
import dev.smokerunner.canary.Trial;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.telling.CanaryIssue;
import dev.smokerunner.canary.telling.CanaryText;
import dev.smokerunner.canary.telling.CanaryVerdict;
import dev.smokerunner.canary.telling.KeepOutRules;
import dev.smokerunner.canary.telling.SafePatch;
import dev.smokerunner.report.ReportProblem;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.report.WholeFile;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One call of {@code smoke canary}, all of whose options are possible. */
final class CanaryCall {
    private final Application application;
    private final ReportSettings settings;
    private final CanaryFollowUp followUp;
    private final CanaryReader reader;
    private final SmokePlan plan;

    CanaryCall(
            Application application,
            ReportSettings settings,
            CanaryFollowUp followUp,
            CanaryReader reader,
            SmokePlan plan) {
        this.application = application;
        this.settings = settings;
        this.followUp = followUp;
        this.reader = reader;
        this.plan = plan;
    }

    /** Runs it to its exit code. */
    int run() {
        Instant startedAt = application.now();
        try (WorkingCopies copies = reader.copies()) {
            PageCheck check = new BuiltPages(application, plan);
            CanaryResult canary = new Canary(reader.plan(copies, check, this::tell)).run();
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
        if (followUp.how().renovate) {
            KeepOutRules.of(canary).stream().map(TerminalText::line).forEach(settings.out()::println);
        }
        List<String> problems = new ArrayList<>();
        if (settings.formats().equals(List.of("markdown"))) {
            settings.out().print(CanaryIssue.text(canary, result));
        } else {
            problems.addAll(application.report(List.of(result), reports()));
        }
        followUp.how().patch.ifPresent(file -> writePatch(canary, file, problems));
        // A run that is not remembered loads nothing of a database.
        if (followUp.alert().isRemembered()) {
            problems.addAll(new RunMemory(application, followUp.alert())
                    .remember(List.of(plan), List.of(result), settings.err()));
        }
        return Conclusion.of(List.of(result), problems, settings);
    }

    private void writePatch(CanaryResult canary, Path file, List<String> problems) {
        Optional<String> patch = canary.safe().map(SafePatch::of).filter(text -> !text.isEmpty());
        if (patch.isEmpty()) {
            settings.err().println("--write-patch: there is nothing to patch, so no file was written");
            return;
        }
        try {
            WholeFile.write(file.toAbsolutePath(), patch.get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            problems.add(ReportProblem.of(file, e).toString());
        }
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

    private void tell(Trial trial) {
        if (settings.verbosity() != ReportSettings.Verbosity.QUIET) {
            settings.err().println(CanaryText.trial(trial));
            settings.err().flush();
        }
    }
}
