package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PlanRunnerTest {
    @TempDir
    private Path site;

    private final TestTime time = new TestTime();

    @Test
    void saysWhenARunBeganAndHowLongItTook() throws IOException {
        write("index.html", "<h1>Shop</h1>");
        Progress slow = new Progress() {
            @Override
            public void stage(String what) {
                time.pass(Duration.ofSeconds(3));
            }
        };

        SmokeResult result = runner(slow).run(APlan.of(site).plan());

        assertThat(result.startedAt()).isEqualTo(TestTime.START);
        assertThat(result.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void tellsACauseOnSeveralPagesOnceAndSumsItUp() throws IOException {
        write("index.html", "<script src='js/gone.js'></script>");
        write("help.html", "<script src='js/gone.js'></script>");

        SmokeResult result = runner(Progress.SILENT)
                .run(APlan.of(site).pages("./", "help.html").plan());

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.pages()).hasSize(2);
        assertThat(result.findings().stream().filter(finding -> finding.check().equals("asset-status")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.pages()).hasSize(2));
        assertThat(result.checks())
                .filteredOn(check -> check.check().equals("asset-status"))
                .singleElement()
                .satisfies(check -> assertThat(check.findings()).hasSize(1));
    }

    @Test
    void givesCommandsThatWorkWhenTheRunIsOver() throws IOException {
        write("index.html", "<script src='js/gone.js'></script>");

        SmokeResult result = runner(Progress.SILENT).run(APlan.of(site).plan());

        assertThat(result.findings().stream().flatMap(finding -> finding.reproduce().stream()))
                .isNotEmpty()
                .noneMatch(command -> command.contains("127.0.0.1"));
    }

    @Test
    void hidesSecretsWhereverTheyAreTold() throws IOException {
        write("index.html", "<script src='js/gone.js?key=hunter2'></script>");

        SmokeResult result =
                runner(Progress.SILENT).run(APlan.of(site).hiding("hunter2").plan());

        assertThat(result.findings()).extracting(Finding::subject).anyMatch(subject -> subject.contains("***"));
        assertThat(result.toString()).doesNotContain("hunter2");
    }

    @Test
    void isInconclusiveWhereNothingCouldBeSeen() {
        SmokeResult result =
                runner(Progress.SILENT).run(APlan.of(site.resolve("gone.zip")).plan());

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason().orElseThrow()).contains("gone.zip");
        assertThat(result.pages()).hasSize(1);
        assertThat(result.release()).isEmpty();
    }

    @Test
    void isInconclusiveWithoutTheBrowserThatWasAskedFor() throws IOException {
        write("index.html", "<h1>Shop</h1>");

        SmokeResult result =
                runner(Progress.SILENT).run(APlan.of(site).withBrowser().plan());

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason().orElseThrow()).contains("no Chrome was found");
    }

    private PlanRunner runner(Progress progress) {
        return new PlanRunner(
                progress,
                (choice, grid) -> {
                    throw new BrowserException("no Chrome was found", List.of());
                },
                time.system());
    }

    private void write(String name, String body) throws IOException {
        Files.writeString(
                site.resolve(name),
                "<!DOCTYPE html><html><head><title>Shop</title></head><body>" + body + "</body></html>");
    }
}
