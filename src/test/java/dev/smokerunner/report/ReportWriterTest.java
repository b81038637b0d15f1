package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {
    private static final ConsoleStyle STYLE = ConsoleStyle.PLAIN;
    private static final Report CONSOLE = new ConsoleReport(STYLE);
    private static final Report JSON = new JsonReport();
    private static final Report JUNIT = new JUnitReport();

    private final StringBuilder out = new StringBuilder();
    private Path directory;

    @BeforeEach
    void chooseADirectoryThatIsNotThereYet(@TempDir Path temporary) {
        directory = temporary.resolve("build/smoke-report");
    }

    @Test
    void writesEachFormatAndThePicturesAndSaysWhere() throws IOException {
        List<ReportProblem> problems = write(List.of(CONSOLE, JSON, JUNIT), List.of(pictured((byte) 7)));

        assertThat(problems).isEmpty();
        assertThat(files()).containsExactly("junit.xml", "pages/1.png", "result.json");
        assertThat(directory.resolve("pages/1.png")).hasBinaryContent(new byte[] {7});
        assertThat(out.toString())
                .startsWith("FAIL     Sev 2  signup")
                .endsWith("\nreports: " + directory.resolve("result.json") + ", " + directory.resolve("junit.xml")
                        + "\n");
    }

    @Test
    void sendsAFormatThatProgramsReadToStandardOutputWhenItIsAskedForAlone() {
        List<ReportProblem> problems = write(List.of(JSON), List.of(pictured((byte) 7)));

        assertThat(problems).isEmpty();
        assertThat(directory).doesNotExist();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .get("pages")
                        .get(0)
                        .get("screenshot")
                        .isNull())
                .as("no reference to a picture that is not there")
                .isTrue();
    }

    @Test
    void writesOnlyToTheTerminalWhenOnlyTheConsoleIsAskedFor() {
        write(List.of(CONSOLE), List.of(Samples.healthy()));

        assertThat(directory).doesNotExist();
        assertThat(out.toString()).startsWith("PASS").doesNotContain("reports:");
    }

    @Test
    void quietlyDoesNotSayWhere() {
        ConsoleStyle quiet = STYLE.quietly();

        new ReportWriter(List.of(new ConsoleReport(quiet), JSON), directory, quiet)
                .write(List.of(Samples.healthy()), out);

        assertThat(out.toString()).isEqualTo("PASS     signup production  https://www.example.com/signup/\n");
    }

    @Test
    void givesSeveralResultsADirectoryEach() throws IOException {
        write(List.of(CONSOLE, JSON), List.of(Samples.healthy(), Samples.inconclusive()));

        assertThat(files()).containsExactly("signup-production/result.json", "signup-staging/result.json");
        assertThat(out.toString()).contains("1 skipped; 1.8 s\n\nINCONCLUSIVE  signup staging");
    }

    @Test
    void leavesNoResultOfASingleRunAboveThoseOfSeveral() throws IOException {
        write(List.of(JSON, JUNIT), List.of(pictured((byte) 1)));
        Files.writeString(directory.resolve("notes.txt"), "somebody's");
        Files.writeString(directory.resolve("trace.har"), "of the earlier run");

        write(List.of(CONSOLE, JSON), List.of(Samples.healthy(), Samples.inconclusive()));

        assertThat(files()).containsExactly("notes.txt", "signup-production/result.json", "signup-staging/result.json");
    }

    @Test
    void tellsSeveralStoredResultsBesideWhatIsThere() throws IOException {
        write(List.of(JSON, JUNIT), List.of(Samples.healthy()));

        new ReportWriter(List.of(JSON, JUNIT), directory, STYLE)
                .ofAnEarlierRun()
                .write(List.of(Samples.healthy(), Samples.inconclusive()), out);

        assertThat(files()).contains("junit.xml", "result.json", "signup-staging/result.json");
    }

    @Test
    void replacesWhatAnEarlierRunLeftAndTouchesNothingElse() throws IOException {
        write(List.of(JSON, JUNIT), List.of(pictured((byte) 1)));
        Files.writeString(directory.resolve("pages/7.png"), "of a page that is checked no more");
        Files.writeString(directory.resolve("pages/logo.png"), "somebody's");
        Files.writeString(directory.resolve("notes.txt"), "somebody's");

        write(List.of(CONSOLE, JSON), List.of(Samples.healthy()));

        assertThat(files()).containsExactly("notes.txt", "pages/logo.png", "result.json");
        assertThat(directory.resolve("result.json")).content().contains("\"verdict\": \"pass\"");
    }

    @Test
    void writesWhatAPageNeedsBesideItAndRemovesItWithThePage() throws IOException {
        write(List.of(JSON, HtmlReport.inADirectory()), List.of(pictured((byte) 1)));

        assertThat(files()).containsExactly("index.html", "pages/1.png", "report.css", "result.json");

        write(List.of(CONSOLE, JSON), List.of(Samples.healthy()));

        assertThat(files()).containsExactly("result.json");
    }

    @Test
    void removesWhatAKilledRunLeftUnfinishedButNotWhatALivingOneWrites() throws IOException {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(".smoke-999999999999-result.json.tmp"), "{");
        Files.writeString(directory.resolve(".smoke-" + living + "-result.json.tmp"), "{");

        write(List.of(CONSOLE, JSON), List.of(Samples.healthy()));

        assertThat(files()).containsExactly(".smoke-" + living + "-result.json.tmp", "result.json");
    }

    @Test
    void writesTheOtherReportsWhenOneCannotBeWritten() throws IOException {
        Files.createDirectories(directory.resolve("result.json/in the way"));

        List<ReportProblem> problems = write(List.of(CONSOLE, JSON, JUNIT), List.of(Samples.failing()));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).where())
                .isEqualTo(directory.resolve("result.json").toString());
        assertThat(directory.resolve("junit.xml")).isNotEmptyFile();
        assertThat(out.toString()).startsWith("FAIL ").endsWith("\nreports: " + directory.resolve("junit.xml") + "\n");
        assertThat(files()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void leavesNoReportOfAnEarlierRunWhereThisOneCouldNotBeWritten() throws IOException {
        write(List.of(CONSOLE, JSON), List.of(Samples.healthy()));

        List<ReportProblem> problems = write(List.of(CONSOLE, new Full()), List.of(Samples.failing()));

        assertThat(problems)
                .containsExactly(
                        new ReportProblem(directory.resolve("result.json").toString(), "No space left on device"));
        assertThat(files()).isEmpty();
    }

    @Test
    void tellsTheVerdictWhenNoFileCanBeWritten() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");

        List<ReportProblem> problems = write(List.of(CONSOLE, JSON), List.of(Samples.failing()));

        assertThat(problems)
                .extracting(ReportProblem::toString)
                .containsExactly("cannot write the report " + directory
                        + ": a file stands where a directory is needed; make room there, or name another directory with"
                        + " --output");
        assertThat(out.toString()).startsWith("FAIL ").doesNotContain("reports:");
    }

    @Test
    void refersToNoPictureThatCouldNotBeWritten() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("pages"), "a file");

        List<ReportProblem> problems = write(List.of(CONSOLE, JSON), List.of(pictured((byte) 1)));

        assertThat(problems)
                .extracting(ReportProblem::where)
                .containsExactly(directory.resolve("pages").toString());
        assertThat(directory.resolve("result.json")).content().contains("\"screenshot\": null");
    }

    @Test
    void namesStandardOutputWhenItIsGone() {
        Appendable gone = new Gone();

        List<ReportProblem> problems =
                new ReportWriter(List.of(JSON), directory, STYLE).write(List.of(Samples.healthy()), gone);

        assertThat(problems).containsExactly(new ReportProblem("standard output", "Broken pipe"));
    }

    private List<ReportProblem> write(List<Report> reports, List<SmokeResult> results) {
        return new ReportWriter(reports, directory, STYLE).write(results, out);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static SmokeResult pictured(byte... png) {
        PageResult page = Samples.withScreenshot(Samples.failing().pages().get(0), png);
        return Samples.failed(
                Samples.production(),
                List.of(page),
                Samples.failing().findings(),
                Samples.failing().checks());
    }

    /** A report on a disk that is full. */
    private static final class Full implements Report {
        @Override
        public String name() {
            return "json";
        }

        @Override
        public Optional<String> fileName() {
            return Optional.of("result.json");
        }

        @Override
        public void write(SmokeResult result, Appendable out) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    /** A standard output whose reader went away. */
    private static final class Gone implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public Appendable append(char character) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
