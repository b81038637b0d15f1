package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.report.ConsoleStyle;
import dev.smokerunner.report.Report;
import dev.smokerunner.report.Reports;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/formats.md says is so. */
class FormatsDocumentTest {
    private static final String STORED = "src/test/resources/dev/smokerunner/report/golden/incident.json";

    @TempDir
    private Path temporary;

    @Test
    void hasARowForEachFormatWithItsFile() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Report report : Reports.all(ConsoleStyle.PLAIN)) {
            String file = report.fileName().map(name -> "`" + name + "`").orElse("");
            rows.add("| `" + report.name() + "` | " + (file.isEmpty() ? "|" : file + " |"));
        }

        assertThat(document().lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(rows)
                .allMatch(line -> rows.stream().anyMatch(line::startsWith));
    }

    @Test
    void namesOnlyFormatsThatThereAre() throws IOException {
        List<String> problems = new ArrayList<>();

        Pattern.compile("--format ([a-z,]+)")
                .matcher(document())
                .results()
                .forEach(found -> Formats.read(Arrays.asList(found.group(1).split(",")), problems));

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void itsCommandsTellAStoredResult(String command) {
        String here = command.replace("smoke-report/result.json", STORED).replace("-o reports", "-o " + temporary);

        Call call = Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()),
                here.strip().substring("./smoke ".length()).split(" "));

        assertThat(call.err()).isEmpty();
        assertThat(call.code()).as("as the run ended").isEqualTo(1);
    }

    static Stream<String> itsCommandsTellAStoredResult() throws IOException {
        return document().lines().filter(line -> line.startsWith("./smoke report "));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/formats.md"));
    }
}
