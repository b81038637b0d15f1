package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlOverviewTest {
    @TempDir
    private Path directory;

    @Test
    void leadsToEachRunTheWorstFirst() throws IOException {
        Document html =
                overview(HtmlReport.inADirectory(), Samples.healthy(), Samples.inconclusive(), Samples.failing());

        assertThat(html.selectFirst("h1").text()).startsWith("Fail Sev ");
        assertThat(html.selectFirst(".why").text()).isEqualTo("3 runs: 1 failed, 1 inconclusive, 1 passed");
        assertThat(html.select("article").eachAttr("class"))
                .containsExactly("finding bad", "finding unsure", "finding good");
        assertThat(html.select("article a").eachAttr("href"))
                .doesNotHaveDuplicates()
                .allSatisfy(link -> assertThat(directory.resolve(link)).exists());
        assertThat(directory.resolve("report.css")).exists();
    }

    @Test
    void passesWhereAllPassed() throws IOException {
        Document html = overview(HtmlReport.inADirectory(), Samples.healthy(), Samples.healthy());

        assertThat(html.title()).isEqualTo("Pass: 2 runs");
    }

    @Test
    void isOneFileWhereTheReportsAre() throws IOException {
        Document html = overview(HtmlReport.inOneFile(), Samples.healthy(), Samples.failing());

        assertThat(html.select("style")).hasSize(1);
        assertThat(html.select("article a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.endsWith("/report.html"));
    }

    private Document overview(Report report, SmokeResult... results) throws IOException {
        assertThat(new ReportWriter(List.of(report), directory, ConsoleStyle.PLAIN)
                        .write(List.of(results), new StringBuilder()))
                .isEmpty();
        return Jsoup.parse(directory.resolve(report.fileName().orElseThrow()).toFile());
    }
}
