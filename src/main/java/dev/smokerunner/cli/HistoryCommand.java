package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Problem;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.SiteReader;
import dev.smokerunner.history.reading.SiteStatus;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke history}: what a monitor remembers. */
@Command(
        name = "history",
        description = "print what the monitor remembers: states, incidents with their alerts, rounds",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "json", "csv");

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIG|NAME",
            description = "only the site of this config, or of this name; default all")
    private Optional<String> config = Optional.empty();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "only this environment; default all")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FILE|JDBC-URL",
            defaultValue = AlertOptions.USUAL_DATA,
            description = "where it remembers (default ${DEFAULT-VALUE})")
    private String data = AlertOptions.USUAL_DATA;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many rounds and incidents of each site, the newest (default ${DEFAULT-VALUE})")
    private int last = 20;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text (default), json, or csv: one line a round")
    private String format = "text";

    HistoryCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        PrintWriter out = spec.commandLine().getOut();
        List<String> problems = new ArrayList<>();
        Optional<String> name = config.flatMap(text -> name(text, problems));
        refuseNonsense(problems);
        if (!problems.isEmpty()) {
            return Conclusion.refused(
                    problems, List.of(format), out, spec.commandLine().getErr());
        }
        try (HistoryDatabase database = HistoryDatabase.open(data)) {
            List<SiteStatus> sites = sites(database, name);
            HistoryText text = new HistoryText(
                    new RoundReader(database.jdbi()),
                    new IncidentReader(database.jdbi()),
                    last,
                    new Freshness(application.now()));
            out.print(
                    switch (format) {
                        case "json" -> text.json(sites);
                        case "csv" -> text.csv(sites);
                        default -> text.lines(sites);
                    });
            return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
        } catch (HistoryException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return ExitCode.INCONCLUSIVE.code();
        }
    }

    private List<SiteStatus> sites(HistoryDatabase database, Optional<String> name) {
        return new SiteReader(database.jdbi())
                .all().stream()
                        .filter(status -> name.isEmpty()
                                || name.get().equals(status.site().name()))
                        .filter(status -> environment.isEmpty()
                                || environment.get().equals(status.site().environment()))
                        .toList();
    }

    private void refuseNonsense(List<String> problems) {
        if (!FORMATS.contains(format)) {
            problems.add("--format: expected text, json or csv, got " + format);
        }
        if (last < 1) {
            problems.add("--last: expected 1 or more, got " + last);
        }
        HistoryFile.problem(data).ifPresent(problems::add);
    }

    private Optional<String> name(String text, List<String> problems) {
        Path file = Path.of(text);
        if (!Files.exists(file) && !text.endsWith(".yaml")) {
            return Optional.of(text);
        }
        try {
            return Optional.of(
                    new ConfigFile(file, application::variable).places().name());
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Optional.empty();
        }
    }
}
