package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.result.Audience;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.log.LogPlaces;
import dev.smokerunner.traffic.log.LogReader;
import dev.smokerunner.traffic.log.LogSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke traffic}: counts access logs into what a monitor remembers. */
@Command(
        name = "traffic",
        description = "count access logs by the minute: files, folders, or what comes through a pipe",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class TrafficCommand implements Callable<Integer> {
    private static final String PIPE = "-";

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "LOG|-",
            description =
                    "files, folders, patterns, or - for standard input; default those of the config's traffic.logs."
                            + " What was counted before is not counted again, but for standard input")
    private List<String> logs = List.of();

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "CONFIG",
            description = "whose requests they are")
    private Path config = Path.of("");

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment; default: every one whose audience are customers")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FILE|JDBC-URL",
            defaultValue = AlertOptions.USUAL_DATA,
            description = "where a monitor remembers (default ${DEFAULT-VALUE})")
    private String data = AlertOptions.USUAL_DATA;

    TrafficCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        PrintWriter err = spec.commandLine().getErr();
        List<String> problems = new ArrayList<>();
        List<CountedSite> sites = sites(problems);
        List<String> places = logs.isEmpty()
                ? sites.stream()
                        .flatMap(site -> site.settings().logs().stream())
                        .distinct()
                        .toList()
                : logs;
        if (problems.isEmpty() && places.isEmpty()) {
            problems.add(config + ": expected logs, as LOG or in traffic.logs, got none");
        }
        if (!problems.isEmpty()) {
            return Conclusion.refused(
                    problems, List.of("text"), spec.commandLine().getOut(), err);
        }
        try (HistoryDatabase database = HistoryDatabase.open(data)) {
            LogReader reader = new LogReader(
                    database.jdbi(),
                    new CountBook(database.jdbi(), changed -> {}, problem -> {}),
                    application.system().clock(),
                    () -> false);
            return count(places, sites, reader).code();
        } catch (HistoryException e) {
            err.println(e.getMessage());
            err.flush();
            return ExitCode.INCONCLUSIVE.code();
        }
    }

    private List<CountedSite> sites(List<String> problems) {
        ConfigFile file = new ConfigFile(config, application::variable);
        List<CountedSite> sites = new ArrayList<>();
        try {
            for (String name : environment
                    .map(List::of)
                    .orElse(List.copyOf(file.places().targets().keySet()))) {
                SmokePlan plan = file.plan(new Selection(Optional.of(name), Optional.empty(), RunOptions.DEFAULT));
                if (environment.isPresent() || plan.subject().audience() == Audience.CUSTOMERS) {
                    sites.add(new CountedSite(
                            plan.subject().name(),
                            name,
                            file.signals(plan.target()).traffic()));
                }
            }
            if (sites.isEmpty()) {
                problems.add(config + ": expected an environment whose audience are customers, found none;"
                        + " name the one that is meant with -e");
            }
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
        }
        return sites;
    }

    private ExitCode count(List<String> places, List<CountedSite> sites, LogReader reader) {
        List<ExitCode> codes = new ArrayList<>();
        for (String place : places) {
            try {
                if (place.equals(PIPE)) {
                    codes.add(told("standard input", reader.read(System.in, sites)));
                    continue;
                }
                List<Path> files = LogPlaces.files(place);
                if (files.isEmpty()) {
                    codes.add(failed(place + ": there is no log"));
                }
                for (Path file : files) {
                    codes.add(read(file, sites, reader));
                }
            } catch (IOException e) {
                codes.add(failed(place + ": cannot be read: " + e));
            }
        }
        return ExitCode.worst(codes);
    }

    private ExitCode read(Path file, List<CountedSite> sites, LogReader reader) {
        try {
            return told(file.toString(), reader.read(file, sites));
        } catch (IOException e) {
            return failed(file + ": cannot be read on: " + e);
        }
    }

    private ExitCode told(String log, LogSummary summary) {
        List<String> parts = new ArrayList<>(List.of(number(summary.counted()) + " counted"));
        add(parts, summary.elsewhere(), "of nothing that is watched");
        add(parts, summary.robots(), "of Smoke Runner's own");
        add(parts, summary.old(), "too old, or of a time to come");
        add(parts, summary.strange(), "strange");
        spec.commandLine()
                .getOut()
                .println(TerminalText.line(TerminalText.field(log) + ": " + number(summary.lines()) + " new lines, "
                        + String.join(", ", parts)));
        spec.commandLine().getOut().flush();
        boolean isAllStrange = summary.lines() > 0 && summary.strange() == summary.lines();
        return isAllStrange ? failed(log + ": is in no format that is known") : ExitCode.PASS;
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(number(count) + " " + what);
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private ExitCode failed(String problem) {
        spec.commandLine().getErr().println(TerminalText.line(TerminalText.field(problem)));
        spec.commandLine().getErr().flush();
        return ExitCode.INCONCLUSIVE;
    }
}
