package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format is one class; {@code docs/extending.md} shows this one. */
class AddedReportTest {
    @TempDir
    private Path directory;

    private record CsvReport() implements Report {
        @Override
        public String name() {
            return "csv";
        }

        @Override
        public Optional<String> fileName() {
            return Optional.of("findings.csv");
        }

        @Override
        public void write(SmokeResult result, Appendable out) throws IOException {
            for (Finding finding : result.findings()) {
                String message = Visible.line(finding.message()).replace("\"", "\"\"");
                out.append(finding.kind()).append(",\"").append(message).append("\"\n");
            }
        }
    }

    @Test
    void tellsEachFindingInALine() {
        SmokeResult result = Samples.incident();

        List<ReportProblem> problems = new ReportWriter(List.of(new CsvReport()), directory, ConsoleStyle.PLAIN)
                .write(List.of(result), new StringBuilder());

        assertThat(problems).isEmpty();
        assertThat(directory.resolve("findings.csv"))
                .content()
                .hasLineCount(result.findings().size());
    }
}
