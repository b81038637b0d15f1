package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubReportTest {
    @TempDir
    private Path repository;

    @BeforeEach
    void checkOut() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        Files.createDirectories(repository.resolve("web/smoke-configs/demo/broken"));
    }

    @Test
    void pointsToTheLineOfThePackageFromTheTopOfTheRepository() throws IOException {
        Files.writeString(repository.resolve("web/smoke-configs/demo/broken/index.html"), "<!doctype html>");

        assertThat(told(Samples.incident()))
                .startsWith(
                        "::error file=web/smoke-configs/demo/broken/index.html,line=16,col=3,title=script-tag Sev 2 ")
                .hasLineCount(1);
    }

    @Test
    void pointsToTheLineOfTheConfigThatNamesWhatIsMissing() throws IOException {
        Files.writeString(
                repository.resolve("web/smoke-configs/demo.yaml"), "name: demo\npages:\n  - require: [form#signup]\n");
        Finding missing = Finding.on(Samples.PAGE, "element", Severity.SEV2, "form#signup")
                .message("form#signup is not there")
                .build();
        SmokeResult result = Samples.failed(
                Samples.production().describedIn("smoke-configs/demo.yaml"),
                List.of(),
                List.of(missing),
                List.of(CheckResult.judged("element", 1, List.of(missing))));

        assertThat(told(result))
                .startsWith("::error file=web/smoke-configs/demo.yaml,line=3,col=1,title=element Sev 2 ");
    }

    @Test
    void pointsToNoFileThatIsNotInTheRepository() throws IOException {
        SmokeResult.Subject outside = Samples.production().describedIn("../../../../etc/passwd");

        assertThat(told(Samples.failing()))
                .startsWith("::error title=asset-status Sev 2 signup production%3A https%3A//");
        assertThat(told(Samples.passed(outside, List.of(), List.of(), List.of())))
                .startsWith("::notice title=PASS%3A ");
    }

    @Test
    void followsNoLinkOutOfTheRepository(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("demo.yaml"), "secret");
        Files.createSymbolicLink(repository.resolve("web/smoke-configs/demo.yaml"), secret);

        assertThat(told(Samples.incident())).startsWith("::error title=");
    }

    @Test
    void saysHowManyItLeavesOutBeforeGithubDropsThem() throws IOException {
        List<Finding> many = IntStream.range(0, 14)
                .mapToObj(i -> Finding.on(Samples.PAGE, "asset-status", Severity.SEV2, "a" + i + ".js")
                        .message("gone")
                        .build())
                .toList();
        SmokeResult result = Samples.failed(Samples.production(), List.of(), many, List.of());

        assertThat(told(result).lines())
                .hasSize(10)
                .last()
                .isEqualTo("::error title=5 more findings::the summary of the job has more of them");
    }

    @Test
    void appendsToTheSummaryOfTheJobAndNeverMoreThanGithubShows() throws IOException {
        Path summary = Files.writeString(repository.resolve("summary.md"), "before\n");

        assertThat(JobSummary.append(List.of(Samples.healthy()), summary)).isEmpty();
        assertThat(summary).content().startsWith("before\n\n## \u2705 PASS: signup production\n");

        Files.writeString(summary, "x".repeat((1 << 20) - 100));
        JobSummary.append(List.of(Samples.healthy()), summary);
        assertThat(Files.size(summary)).isEqualTo((1 << 20) - 100);
    }

    @Test
    void saysThatTheSummaryCannotBeWritten() {
        assertThat(JobSummary.append(List.of(Samples.healthy()), repository.resolve("no/summary.md")))
                .extracting(ReportProblem::reason)
                .containsExactly("the directory is gone");
    }

    private String told(SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        new GithubReport(SourceTree.around(repository.resolve("web"))).write(result, out);
        return out.toString();
    }
}
