package dev.smokerunner.cli;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.SiteReader;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.review.ReviewDraft;
import dev.smokerunner.review.ReviewDraft.Written;
import dev.smokerunner.review.ReviewInputs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke pir}: the draft of a post-incident review. */
@Command(
        name = "pir",
        description = "draft a post-incident review from the recorded evidence",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class PirCommand implements Callable<Integer> {
    private static final int LAST_INCIDENTS = 10;

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the last incident of this site; default of all")
    private Optional<String> name = Optional.empty();

    @Option(names = "--incident", paramLabel = "ID", description = "this one; smoke history prints them")
    private Optional<String> incident = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FILE|JDBC-URL",
            defaultValue = AlertOptions.USUAL_DATA,
            description = "what the monitor remembers (default ${DEFAULT-VALUE})")
    private String data = AlertOptions.USUAL_DATA;

    @Option(
            names = "--result",
            paramLabel = "RESULT.json",
            description =
                    "a result of another run, as of the package before its upload or of smoke canary; may be repeated")
    private List<Path> results = List.of();

    @Option(names = "--good", paramLabel = "DIR|ZIP", description = "the package of the last good release")
    private Optional<Path> good = Optional.empty();

    @Option(names = "--bad", paramLabel = "DIR|ZIP", description = "the package of the bad release")
    private Optional<Path> bad = Optional.empty();

    @Option(
            names = "--good-source",
            paramLabel = "DIR",
            description = "the project as the last good release was built of it: its lock")
    private Optional<Path> goodSource = Optional.empty();

    @Option(
            names = "--bad-source",
            paramLabel = "DIR",
            description = "the project as the bad release was built of it: its lock")
    private Optional<Path> badSource = Optional.empty();

    @Option(names = "--git", paramLabel = "DIR", description = "the repository: its commits before the bad release")
    private Optional<Path> repository = Optional.empty();

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "Markdown with {{summary}}, {{timeline}} and so on, instead of the usual one")
    private Optional<Path> template = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write it here, its pictures beside it; default: to standard output, without pictures")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force", description = "write over what is there")
    private boolean force;

    PirCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        PrintWriter err = spec.commandLine().getErr();
        Optional<String> problem = HistoryFile.problem(data);
        if (problem.isPresent()) {
            return refused(List.of(problem.get()));
        }
        try (HistoryDatabase database = HistoryDatabase.open(data)) {
            return draft(database);
        } catch (HistoryException e) {
            err.println(e.getMessage());
            err.flush();
            return ExitCode.INCONCLUSIVE.code();
        }
    }

    private int draft(HistoryDatabase database) {
        List<SiteRecord> sites = new SiteReader(database.jdbi())
                .all().stream().map(SiteStatus::site).toList();
        IncidentReader incidents = new IncidentReader(database.jdbi());
        Optional<IncidentSummary> chosen = chosen(incidents, sites);
        if (chosen.isEmpty()) {
            return refused(List.of(unknown(incidents)));
        }
        SiteRecord site = sites.stream()
                .filter(one -> one.name().equals(chosen.get().name())
                        && one.environment().equals(chosen.get().environment()))
                .findFirst()
                .orElseThrow();
        ReviewDraft draft = new ReviewDraft(database, application.now());
        Optional<Written> written = draft.of(
                site,
                chosen.get(),
                new ReviewInputs(results, good, bad, goodSource, badSource, repository, template),
                pictures());
        return written.map(this::write).orElseGet(() -> refused(draft.problems()));
    }

    private Optional<String> pictures() {
        return output.map(file -> file.getFileName().toString().replaceFirst("\\.\\w+$", "") + "-files");
    }

    private Optional<IncidentSummary> chosen(IncidentReader incidents, List<SiteRecord> sites) {
        if (incident.isPresent()) {
            return incidents.one(incident.get());
        }
        return name.isEmpty()
                ? incidents.last(1).stream().findFirst()
                : sites.stream()
                        .filter(site -> site.name().equals(name.get()))
                        .flatMap(site -> incidents.last(site.id(), 1).stream())
                        .max(Comparator.comparing(IncidentSummary::openedAt));
    }

    private String unknown(IncidentReader incidents) {
        List<String> known = incidents.last(LAST_INCIDENTS).stream()
                .map(one -> "  " + one.id())
                .toList();
        String wanted = incident.map(id -> "--incident: expected one that is remembered, got " + id)
                .orElse(name.map(site -> "expected a site that had an incident, got " + site)
                        .orElse("expected an incident, found none: nothing was confirmed in " + data));
        return known.isEmpty() ? wanted : wanted + "; the last ones are\n" + String.join("\n", known);
    }

    private int write(Written draft) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.isEmpty()) {
            out.print(draft.text());
            out.flush();
            return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
        }
        Path file = output.get();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        try {
            Files.createDirectories(folder);
            Files.writeString(file, draft.text(), options());
            for (Map.Entry<String, byte[]> picture : draft.pictures().entrySet()) {
                Path png = folder.resolve(picture.getKey());
                Files.createDirectories(Optional.ofNullable(png.getParent()).orElseThrow());
                Files.write(png, picture.getValue());
            }
        } catch (FileAlreadyExistsException e) {
            return refused(List.of("--output: " + file
                    + " is there already, and people may have written in it; --force writes" + " over it"));
        } catch (IOException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("smoke pir: cannot write " + file + ": " + e);
            err.flush();
            return ExitCode.INCONCLUSIVE.code();
        }
        out.println("the draft is in " + file + ", what nobody recorded is a blank in it");
        out.flush();
        return ExitCode.PASS.code();
    }

    private StandardOpenOption[] options() {
        return Stream.of(
                        StandardOpenOption.WRITE,
                        force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                        force ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.CREATE_NEW)
                .distinct()
                .toArray(StandardOpenOption[]::new);
    }

    private int refused(List<String> problems) {
        return Conclusion.refused(
                new ArrayList<>(problems),
                List.of("text"),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
