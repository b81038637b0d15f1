package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each format of the list tells each of these results as the file beside it has it. {@code -Dgolden.update} writes the files anew;
 * the diff is what is reviewed.
 */
class GoldenReportsTest {
    private static final Path FILES = Path.of("src/test/resources/dev/smokerunner/report/golden");

    private static final Map<String, List<SmokeResult>> RESULTS = Map.of(
            "pass", List.of(Samples.healthy()),
            "incident", List.of(Samples.incident()),
            "fail", List.of(Samples.failing()),
            "inconclusive", List.of(Samples.inconclusive()),
            "browsers", List.of(Samples.severalBrowsers()),
            "environments", List.of(Samples.failing(), Samples.failingOnStaging(), Samples.inconclusive()));

    @TestFactory
    Stream<DynamicTest> eachFormatTellsEachResult() {
        return each((report, name, results) -> {
            // The same as the page in a directory, and the style sheet, which is no text to review six times.
            if (report.name().equals("html-single")) {
                return;
            }
            Path file = FILES.resolve(name + "." + report.name());
            String told = told(report, results);
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FILES);
                Files.writeString(file, told);
            }
            assertThat(file).content().isEqualTo(told);
        });
    }

    /** What is stored is enough for every format. */
    @TestFactory
    Stream<DynamicTest> eachFormatTellsAStoredResultAsItToldTheRun() {
        return each((report, name, results) -> {
            byte[] stored = told(new JsonReport(), results).getBytes(java.nio.charset.StandardCharsets.UTF_8);

            List<SmokeResult> read = StoredResult.read(stored, FILES);

            assertThat(told(report, read)).isEqualTo(told(report, results));
        });
    }

    private static Stream<DynamicTest> each(Comparison comparison) {
        return Reports.all(ConsoleStyle.PLAIN).stream().flatMap(report -> RESULTS.entrySet().stream()
                .map(result -> DynamicTest.dynamicTest(
                        report.name() + " " + result.getKey(),
                        () -> comparison.compare(report, result.getKey(), result.getValue()))));
    }

    private static String told(Report report, List<SmokeResult> results) throws IOException {
        StringBuilder out = new StringBuilder();
        report.writeAll(results, out);
        return out.toString();
    }

    private interface Comparison {
        void compare(Report report, String name, List<SmokeResult> results) throws IOException;
    }
}
