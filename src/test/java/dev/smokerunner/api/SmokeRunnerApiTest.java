package dev.smokerunner.api;

import static dev.smokerunner.api.assertj.SmokeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@Timeout(60)
class SmokeRunnerApiTest {
    @TempDir
    private Path folder;

    @Test
    void looksAtADirectoryOfWhichTheCodeSaysWhatIsExpected() throws IOException {
        write("index.html", "<title>Shop</title><script src='js/shop.js'></script>");
        write("js/shop.js", "document.title");

        SmokeResult result = SmokeRunner.run(plan().page(Page.at("./").loads("js/shop*.js")));

        assertThat(result).passed().page("./").resolvesAllScripts();
        assertThat(result.subject().name()).isEqualTo(folder.getFileName().toString());
        assertThat(result.subject().config()).isEmpty();
        assertThat(result.subject().audience()).isEqualTo(Audience.TEAM);
    }

    @Test
    void looksAtOneEnvironmentOfAConfig() throws IOException {
        write("site/index.html", "<script src='gone.js'></script>");
        Path config = write("shop.yaml", """
                name: shop
                environments:
                  here: {package: "${WHERE}", audience: customers}
                  there: {url: "https://www.example.com/"}
                """);

        SmokeResult result = SmokeRunner.run(Plan.config(config)
                .environment("here")
                .variable("WHERE", "site")
                .browser(BrowserKind.NONE));

        assertThat(result).failed().hasFinding("asset-missing");
        assertThat(result.subject().environment()).isEqualTo("here");
        assertThat(result.severity()).contains(Severity.SEV2);
        assertThatThrownBy(() -> assertThat(result).page("./").resolvesAllScripts())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("to resolve all scripts")
                .hasMessageContaining("FAILED   asset-status  Sev 2")
                .hasMessageContaining("reproduce: ");
    }

    @Test
    void refusesAConfigWithAllThatIsWrong() throws IOException {
        Path config = write("shop.yaml", """
                name: shop
                environments:
                  production: {url: "ftp://example.com/"}
                pages:
                  - path: ./
                    require: ["form["]
                """);

        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> SmokeRunner.run(Plan.config(config).page(Page.at("./"))))
                .satisfies(refused -> assertThat(refused.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.contains("shop.yaml:3:"))
                        .anyMatch(problem -> problem.contains("pages[0].require[0]: expected"))
                        .anyMatch(problem -> problem.startsWith("page: expected the pages in the config")));
    }

    @Test
    void refusesAPlanInCodeInTheWordsOfAConfig() throws IOException {
        write("index.html", "<h1>Shop</h1>");

        assertThatThrownBy(() -> SmokeRunner.run(plan().page(Page.at("./").requires("form["))
                        .environment("staging")
                        .release(folder.resolve("gone.zip"), Duration.ZERO)))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("plan: pages[0].require[0]: expected")
                .hasMessageContaining("environment: expected a config")
                .hasMessageContaining("gone.zip");
    }

    @Test
    void neverSaysThatWhatWasNotSeenIsWell() throws IOException {
        write("index.html", "<h1>Shop</h1>");
        SmokeResult result = SmokeRunner.run(plan().page(Page.at("./").requires("h1")));

        assertThatThrownBy(() -> assertThat(result).page("./").hasRequiredElements())
                .hasMessageContaining("element: the browser is switched off");
        assertThatThrownBy(() -> assertThat(result).page("./").passes("no-such-check"))
                .hasMessageContaining("there is no such check");
        assertThatThrownBy(() -> assertThat(result).page("help.html"))
                .hasMessageContaining("expected a page help.html");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void runsSideBySideAndSaysNothing() throws IOException {
        write("well/index.html", "<h1>Shop</h1>");
        write("ill/index.html", "<script src='gone.js'></script>");
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
        List<SmokeResult> results;
        try {
            List<CompletableFuture<SmokeResult>> runs = Stream.of("well", "ill", "well", "ill")
                    .map(name -> CompletableFuture.supplyAsync(() ->
                            SmokeRunner.run(Plan.files(folder.resolve(name)).browser(BrowserKind.NONE))))
                    .toList();
            results = runs.stream().map(CompletableFuture::join).toList();
        } finally {
            System.setOut(out);
        }

        assertThat(results)
                .extracting(SmokeResult::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.FAIL);
        assertThat(said.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
    }

    private Plan plan() {
        return Plan.files(folder).browser(BrowserKind.NONE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
