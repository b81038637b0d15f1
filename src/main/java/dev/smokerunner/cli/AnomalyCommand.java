package dev.smokerunner.cli;

import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.picture.Picture;
import dev.smokerunner.anomaly.source.CsvSeries;
import dev.smokerunner.anomaly.source.GraphiteSeries;
import dev.smokerunner.anomaly.source.NamedSeries;
import dev.smokerunner.anomaly.source.SeriesException;
import dev.smokerunner.config.DurationText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke anomaly}: judges a series as the monitor does. */
@Command(
        name = "anomaly",
        description = "judge a series of numbers as the monitor does: what was expected, what came, who votes how",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class AnomalyCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "json", "csv");
    /** {@code user:password}, or a token. */
    private static final String CREDENTIALS = "SMOKE_GRAPHITE_AUTH";

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SERIES.csv|URL",
            description = {
                "a file of lines such as 2026-11-28T10:00:00Z,412, - for standard input, or a render request of Graphite;",
                "what it asks for as credentials is read from the environment variable " + CREDENTIALS
            })
    private String place = "";

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Option(names = "--column", paramLabel = "NAME", description = "the column of the numbers (default the second)")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--last",
            paramLabel = "DURATION",
            description = "tell only of the end of the series, such as 24h; all of it is learnt from")
    private Optional<String> last = Optional.empty();

    @Option(names = "--votes", description = "tell each number with everybody's vote; best with --last")
    private boolean votes;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text (default), json, or csv: one line a number")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.svg|FILE.png",
            description = "draw a picture")
    private Optional<Path> picture = Optional.empty();

    AnomalyCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        List<String> problems = new ArrayList<>();
        Optional<Duration> told = last.flatMap(text -> duration(text, problems));
        if (!FORMATS.contains(format)) {
            problems.add("--format: expected text, json or csv, got " + format);
        }
        if (picture.filter(file -> kind(file).isEmpty()).isPresent()) {
            problems.add("--output: expected a file that ends in .svg or .png, got " + picture.get());
        }
        judging.refuseNonsense(problems);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        try {
            List<JudgedSeries> judged = new ArrayList<>();
            for (NamedSeries series : read()) {
                Measure measure = judging.measure().orElseGet(series::measure);
                judged.add(JudgedSeries.of(series, judging.settings(measure), judging.releases(), told, votes));
            }
            return tell(judged).code();
        } catch (SeriesException e) {
            problems.add(place + ": " + e.getMessage());
            return e.isUnreachable() ? unknown(problems) : refused(problems);
        }
    }

    private byte[] file() throws SeriesException {
        try {
            return StoredFile.read(place.equals("-") ? "/dev/stdin" : place);
        } catch (IllegalArgumentException e) {
            throw SeriesException.wrong("expected a file, found " + e.getMessage());
        }
    }

    private List<NamedSeries> read() throws SeriesException {
        if (place.startsWith("http://") || place.startsWith("https://")) {
            return graphite(application).read(place);
        }
        String text = new String(file(), StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("[")
                ? GraphiteSeries.parse(text)
                : List.of(new CsvSeries(judging.clock().zone()).read(text, column));
    }

    /** Asks Graphite with the credentials of the environment. */
    static GraphiteSeries graphite(Application application) {
        return new GraphiteSeries(application.variable(CREDENTIALS).map(AnomalyCommand::authorization));
    }

    private static String authorization(String credentials) {
        return credentials.contains(":")
                ? "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                : "Bearer " + credentials;
    }

    private ExitCode tell(List<JudgedSeries> judged) {
        PrintWriter out = spec.commandLine().getOut();
        AnomalyText text = new AnomalyText(judging.clock().zone(), votes);
        out.print(
                switch (format) {
                    case "json" -> text.json(judged);
                    case "csv" -> text.csv(judged);
                    default -> text.lines(judged);
                });
        boolean isTold = !out.checkError() && draw(judged);
        if (judged.isEmpty()) {
            spec.commandLine().getErr().println(place + ": expected a series, found none");
            spec.commandLine().getErr().flush();
            return ExitCode.INCONCLUSIVE;
        }
        List<ExitCode> codes =
                new ArrayList<>(judged.stream().map(JudgedSeries::code).toList());
        codes.add(isTold ? ExitCode.PASS : ExitCode.INCONCLUSIVE);
        return ExitCode.worst(codes);
    }

    private boolean draw(List<JudgedSeries> judged) {
        if (picture.isEmpty() || judged.isEmpty() || judged.get(0).judgements().isEmpty()) {
            return true;
        }
        Picture drawn = new Picture(judged.get(0).series().name(), judged.get(0).judgements());
        try {
            boolean isVector = kind(picture.get()).equals(Optional.of("svg"));
            Files.write(picture.get(), isVector ? drawn.svg() : drawn.png());
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("smoke anomaly: cannot write " + picture.get() + ": " + e);
            spec.commandLine().getErr().flush();
            return false;
        }
    }

    private static Optional<String> kind(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return List.of("svg", "png").stream()
                .filter(kind -> name.endsWith("." + kind))
                .findFirst();
    }

    private static Optional<Duration> duration(String text, List<String> problems) {
        try {
            return Optional.of(DurationText.parseLimit(text));
        } catch (IllegalArgumentException e) {
            problems.add("--last: expected " + e.getMessage() + ", got " + text);
            return Optional.empty();
        }
    }

    private int refused(List<String> problems) {
        return Conclusion.refused(
                problems,
                List.of(format),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private int unknown(List<String> problems) {
        refused(problems);
        return ExitCode.INCONCLUSIVE.code();
    }
}
