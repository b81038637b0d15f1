package dev.smokerunner.cli;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.Doctor;
import dev.smokerunner.doctor.Examinations;
import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.monitor.KeptBrowsers;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.report.ConsoleStyle;
import dev.smokerunner.report.JobSummary;
import dev.smokerunner.report.Report;
import dev.smokerunner.report.ReportProblem;
import dev.smokerunner.report.ReportWriter;
import dev.smokerunner.report.Reports;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.PlanRunner;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.Sitemap;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.run.Version;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The application on this machine: the one place where the parts of a run are put together. */
final class LocalApplication implements Application {
    private final PrelaunchedBrowser browser;
    private final LocalSystem system;
    private final boolean isTerminal;

    /**
     * The application for a real run.
     *
     * @param browser may have been started already
     * @param system this machine's clocks and environment
     */
    // From Java 22 on the console is there without a terminal too, but not that of java.base, which the launcher asks
    // for.
    @SuppressWarnings("SystemConsoleNull")
    LocalApplication(PrelaunchedBrowser browser, LocalSystem system) {
        this.browser = browser;
        this.system = system;
        this.isTerminal = System.console() != null;
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(system.environment().get(name));
    }

    @Override
    public Instant now() {
        return system.clock().instant();
    }

    @Override
    public LocalSystem system() {
        return system;
    }

    @Override
    public Rounds rounds(Clock clock) {
        KeptBrowsers kept = new KeptBrowsers(Browsers.NEW, system.nanoTime());
        LocalSystem timed = new LocalSystem(clock, system.nanoTime(), system.sleeper(), system.environment());
        return new Rounds(new PlanRunner(Progress.SILENT, kept, timed)::run, kept::close);
    }

    @Override
    public List<Diagnosis> diagnoses(RunNeeds needs) {
        return new Doctor(Doctor.PATIENCE)
                .examine(Examinations.onThisMachine(system.environment()).of(needs));
    }

    @Override
    public List<URI> sitemap(SmokePlan plan) {
        return Sitemap.of(plan, system);
    }

    @Override
    public Function<SmokePlan, SmokeResult> runner(ReportSettings settings, ObservationRecorder recorder) {
        boolean isQuiet = settings.verbosity() == ReportSettings.Verbosity.QUIET;
        ProgressLine progress = new ProgressLine(
                System.err, ProgressLine.Manner.fitting(system.environment(), isTerminal, isQuiet), system.clock());
        PlanRunner runner = new PlanRunner(progress, Browsers.after(browser), system).recordedBy(recorder);
        return plan -> {
            try {
                return runner.run(plan);
            } finally {
                progress.clear();
            }
        };
    }

    @Override
    public List<String> report(List<SmokeResult> results, ReportSettings settings) {
        ConsoleStyle style = style(settings);
        List<Report> reports = settings.formats().stream()
                .flatMap(name -> Reports.named(name, style).stream())
                .toList();
        ReportWriter writer = new ReportWriter(reports, settings.output(), style);
        List<String> problems = Stream.concat(
                        (settings.isNew() ? writer : writer.ofAnEarlierRun()).write(results, settings.out()).stream(),
                        jobSummary(results, settings).stream())
                .map(ReportProblem::toString)
                .toList();
        // A person who stops reading (a closed pager) has read enough; a program that gets half a report has not.
        return settings.out().checkError() && reports.stream().allMatch(Report::readByPrograms)
                ? Stream.concat(problems.stream(), Stream.of("cannot write the report to standard output"))
                        .toList()
                : problems;
    }

    /** Who asks for what GitHub reads gets the summary of the job too, where GitHub says which file that is. */
    private List<ReportProblem> jobSummary(List<SmokeResult> results, ReportSettings settings) {
        return variable("GITHUB_STEP_SUMMARY")
                .filter(file -> !file.isEmpty() && settings.formats().contains("github"))
                .map(file -> JobSummary.append(results, Path.of(file)))
                .orElse(List.of());
    }

    private ConsoleStyle style(ReportSettings settings) {
        ConsoleStyle fitting = ConsoleStyle.fitting(system.environment(), isTerminal);
        ConsoleStyle allowed = settings.colour() ? fitting : fitting.withoutColour();
        return switch (settings.verbosity()) {
            case QUIET -> allowed.quietly();
            case NORMAL -> allowed;
            case VERBOSE -> allowed.verbosely();
        };
    }
}
