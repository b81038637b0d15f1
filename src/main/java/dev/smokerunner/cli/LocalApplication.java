package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.report.ConsoleStyle;
import dev.smokerunner.report.Report;
import dev.smokerunner.report.ReportProblem;
import dev.smokerunner.report.ReportWriter;
import dev.smokerunner.report.Reports;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.ObservedRun;
import dev.smokerunner.run.Sitemap;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.run.SmokeRunner;
import dev.smokerunner.run.Version;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
    public Function<SmokePlan, SmokeResult> runner(ReportSettings settings) {
        return with(settings, SmokeRunner::run);
    }

    @Override
    public Function<SmokePlan, ObservedRun> onlooker(ReportSettings settings) {
        return with(settings, SmokeRunner::see);
    }

    @Override
    public List<URI> sitemap(SmokePlan plan) {
        return Sitemap.of(plan, system);
    }

    private <T> Function<SmokePlan, T> with(ReportSettings settings, BiFunction<SmokeRunner, SmokePlan, T> way) {
        boolean isQuiet = settings.verbosity() == ReportSettings.Verbosity.QUIET;
        ProgressLine progress = new ProgressLine(
                System.err, ProgressLine.Manner.fitting(system.environment(), isTerminal, isQuiet), system.clock());
        SmokeRunner runner = new SmokeRunner(progress, Browsers.after(browser), system);
        return plan -> {
            try {
                return way.apply(runner, plan);
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
        List<String> problems = new ReportWriter(reports, settings.output(), style)
                .write(results, settings.out()).stream()
                        .map(ReportProblem::toString)
                        .toList();
        // A person who stops reading (a closed pager) has read enough; a program that gets half a report has not.
        return settings.out().checkError() && reports.stream().allMatch(Report::readByPrograms)
                ? Stream.concat(problems.stream(), Stream.of("cannot write the report to standard output"))
                        .toList()
                : problems;
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
