package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
    private static final Path STORED = Path.of("src/test/resources/dev/smokerunner/report/golden");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"pass, 0, 0", "fail, 1, 2", "inconclusive, 3, 3", "environments, 1, 2"})
    void endsAsTheRunEndedAndForNagiosAsItsPluginsDo(String name, int usual, int nagios) {
        assertThat(report(name + ".json", "--format", "json").code()).isEqualTo(usual);
        assertThat(report(name + ".json", "--format", "nagios").code()).isEqualTo(nagios);
    }

    @ParameterizedTest
    @CsvSource({"console", "json", "junit", "markdown", "gitlab", "nagios", "ctrf", "sarif", "tap"})
    void printsWhatTheRunWouldHaveToldAndNothingElse(String format) throws IOException {
        Call call = report("incident.json", "--format", format);

        assertThat(call.out()).isEqualTo(Files.readString(STORED.resolve("incident." + format)));
        assertThat(call.err()).isEmpty();
    }

    @Test
    void writesSeveralFormatsToFilesAndLeavesTheOthersThere() throws IOException {
        Files.writeString(temporary.resolve("junit.xml"), "of the run");
        Files.createDirectory(temporary.resolve("pages"));
        Files.writeString(temporary.resolve("pages/1.png"), "of the run");

        Call call = report("fail.json", "--format", "markdown,sarif,tap", "-o", temporary.toString());

        assertThat(call.out()).isEmpty();
        assertThat(files()).containsExactly("junit.xml", "pages/1.png", "results.tap", "smoke.sarif", "summary.md");
    }

    @Test
    void keepsThePicturesThatLieBesideTheResult() throws IOException {
        Path stored = Files.createDirectory(temporary.resolve("stored"));
        Files.createDirectory(stored.resolve("pages"));
        Files.write(stored.resolve("pages/1.png"), new byte[] {7});
        String json = Files.readString(STORED.resolve("incident.json"));
        Files.writeString(
                stored.resolve("result.json"), json.replace("\"screenshot\": null", "\"screenshot\": \"pages/1.png\""));
        Path there = temporary.resolve("there");

        smoke("report", stored.resolve("result.json").toString(), "--format", "console,json", "-o", there.toString());

        assertThat(there.resolve("pages/1.png")).hasBinaryContent(new byte[] {7});
        assertThat(there.resolve("result.json")).content().contains("\"screenshot\": \"pages/1.png\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{}~got JSON without it",
                "[]~got an empty list",
                "{\"schema\": \"smoke-result/2\"}~got the schema \"smoke-result/2\"",
                "not JSON~got no JSON: ",
                "{\"schema\": \"smoke-result/1\"}~got one that is not whole: /verdict: expected a text, got nothing",
                "{\"schema\": \"smoke-result/1\", \"verdict\": \"fine\"}~/verdict: expected one of [pass, fail, inconclusive], got \"fine\"",
                "{\"schema\": \"smoke-result/1\", \"verdict\": \"fail\"}~/severity: expected a Sev where the verdict is fail",
                "{\"schema\": \"smoke-result/1\", \"findings\": [{\"page\": 1}]}~/findings/0/page: expected a text, got 1"
            })
    void saysWhatIsWrongWithWhatIsNoResult(String text, String message) throws IOException {
        Path file = Files.writeString(temporary.resolve("result.json"), text);

        Call call = smoke("report", file.toString(), "--format", "json");

        assertThat(call.err())
                .startsWith(file + ": expected a result that smoke wrote (smoke-result/1), ")
                .contains(message);
        assertThat(call.out()).isEmpty();
        assertThat(call.code()).isEqualTo(2);
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Call call = report("nothing.json");

        assertThat(call.err()).endsWith("got nothing: there is no such file\n");
        assertThat(call.code()).isEqualTo(2);
    }

    @Test
    void tellsNagiosOnStandardOutputWhatIsWrongWithItsCommand() {
        assertThat(report("nothing.json", "--format", "nagios"))
                .returns(3, Call::code)
                .extracting(Call::out)
                .asString()
                .startsWith("SMOKE UNKNOWN: ")
                .endsWith("got nothing: there is no such file\n");
        assertThat(report("pass.json", "--format=nagios", "--formt"))
                .returns(3, Call::code)
                .extracting(Call::out)
                .isEqualTo("SMOKE UNKNOWN: Unknown option: '--formt'\n");
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> temporary.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Call report(String name, String... options) {
        return smoke(Stream.concat(Stream.of("report", STORED.resolve(name).toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Call smoke(String... args) {
        return Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), args);
    }
}
