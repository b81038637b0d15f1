package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DryRunTest {
    private static final String CONFIG = "smoke-configs/demo.yaml";

    @TempDir
    private Path folder;

    @Test
    void saysWhatWouldBeCheckedAndVisitsNothing() {
        StubApplication application = new StubApplication();

        Call call = Call.smoke(application, "run", CONFIG, "-e", "healthy", "--dry-run", "--fail-on", "2");

        assertThat(call.code()).isZero();
        assertThat(application.ran).isEmpty();
        assertThat(application.reported).isEmpty();
        assertThat(call.out())
                .startsWith("would check signup-demo healthy: smoke-configs/demo/healthy\n")
                .contains(
                        "\n  browsers Chrome 1280x800\n",
                        "\n  fails on impact 2 or worse; ends after 120 s\n",
                        "\n    element            title Sign up, form#signup\n",
                        "\n    release            skipped: no release was given (--release)\n")
                .endsWith("Nothing was visited.\n");
        assertThat(call.out().lines().filter(line -> line.startsWith("    ")))
                .hasSize(Checks.all().size());
    }

    @Test
    void saysWhatAReleaseIsProvedBy() {
        Call call = Call.smoke(
                new StubApplication(),
                "run",
                "https://www.example.com/",
                "--release",
                "smoke-configs/demo/healthy",
                "--dry-run");

        assertThat(call.out())
                .contains(
                        "release            every file of smoke-configs/demo/healthy\n",
                        "package            skipped: a live site has no list of its files\n",
                        " s of waiting for the release\n");
    }

    @Test
    void refusesWhatARunRefuses() {
        Call call = Call.smoke(new StubApplication(), "run", CONFIG, "--dry-run");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("expected -e with one of healthy, broken");
    }

    /** What it says to be skipped a run skips, and for that reason. */
    @Test
    void foreseesWhatARunSkips() {
        String[] run = {"run", CONFIG, "-e", "healthy", "--browser", "none", "--format", "json", "-o", folder.toString()
        };
        Call real = Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), run);
        Map<String, String> skipped = new TreeMap<>();
        JsonNode root = new JsonMapper().readTree(real.out());
        for (JsonNode check : root.path("checks")) {
            if (check.path("outcome").asString().equals("skipped")) {
                skipped.put(check.path("check").asString(), check.path("reason").asString());
            }
        }

        String dry = Call.smoke(new StubApplication(), "run", CONFIG, "-e", "healthy", "--browser", "none", "--dry-run")
                .out();

        List<String> names = Checks.all().stream().map(Check::name).toList();
        assertThat(names).allSatisfy(name -> {
            boolean isForeseen = dry.lines().anyMatch(line -> line.matches(" +" + name + " +skipped: .*"));
            if (isForeseen) {
                assertThat(skipped).containsKey(name);
                assertThat(dry).contains("skipped: " + skipped.get(name));
            }
        });
        assertThat(skipped).hasSizeGreaterThan(10);
    }

    /** What a page names of other sites is asked for by plain HTTP as well. */
    @Test
    void doesNotTakeForSkippedWhatCanBeJudgedWithoutABrowser() {
        String dry = Call.smoke(new StubApplication(), "run", CONFIG, "-e", "healthy", "--browser", "none", "--dry-run")
                .out();

        assertThat(dry.lines())
                .anyMatch(line -> line.matches(" +third-party +every page"))
                .anyMatch(line -> line.matches(" +asset-blocked +every page"))
                .anyMatch(line -> line.matches(" +page-error +skipped: the browser is switched off .*"));
    }
}
