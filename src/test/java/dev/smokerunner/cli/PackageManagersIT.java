package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.lab.LoopbackRegistry;
import dev.smokerunner.canary.lab.MadeProject;
import dev.smokerunner.canary.lab.PackageManager;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real package managers, with a registry on loopback: a direct dependency and one that another brings break the page. */
class PackageManagersIT {
    private static final String SWALLOWS_THE_TAG = "module.exports = page => page.replace(/app.js.*/, 'app.js');";
    private static final String LOSES_THE_END = "module.exports = page => page.replace(/\"app.js\"/, '\"gone.js\"');";
    private static final List<String> MODULES = List.of("made-01", "made-02", "made-03", "outer");

    @TempDir
    private Path folder;

    private LoopbackRegistry registry;

    @BeforeEach
    void publishes() throws Exception {
        Tool.NPM.require();
        registry = new LoopbackRegistry();
        for (String name : MODULES.subList(0, 3)) {
            registry.publish(name, "1.0.0", MadeProject.HARMLESS);
        }
        registry.publish("inner", "1.0.0", MadeProject.HARMLESS);
        registry.publish(
                "outer",
                "1.0.0",
                "module.exports = require('inner');",
                Map.of("dependencies", Map.of("inner", "^1.0.0")));
    }

    @AfterEach
    void closesTheRegistry() {
        registry.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NPM, package-lock.json, overrides, overrides of package.json",
        "YARN, yarn.lock, resolutions, resolutions of package.json",
        "BERRY, yarn.lock, resolutions, resolutions of package.json",
        "PNPM, pnpm-lock.yaml, overrides, pnpm.overrides of package.json"
    })
    void findsADirectCulpritAndOneThatAnotherBrings(PackageManager manager, String lock, String pins, String where)
            throws Exception {
        Path project = project(manager);
        registry.publish("made-01", "1.1.0", MadeProject.HARMLESS);
        registry.publish("made-03", "1.0.1", MadeProject.HARMLESS);
        registry.publish("made-03", "1.0.2", LOSES_THE_END);
        registry.publish("inner", "1.0.1", SWALLOWS_THE_TAG);
        Path patch = folder.resolve("safe.patch");

        Call call = canary(manager, project, "--write-patch", patch.toString());

        assertThat(call.out())
                .as("%s", call.err())
                .contains(
                        "3 upgrades (2 direct, 1 that they bring); ",
                        "CULPRIT  made-03 1.0.1 → 1.0.2 breaks the page",
                        "ask for \"made-03\": \"1.0.1\" in package.json",
                        "CULPRIT  inner 1.0.0 → 1.0.1 breaks the page",
                        "put \"inner\": \"1.0.0\" into " + where + " (outer needs inner)",
                        "inner 1.0.0, made-03 1.0.1 pinned",
                        "  made-01 1.0.0 → 1.1.0");
        assertThat(call.code()).isEqualTo(1);
        assertThat(patch)
                .content()
                .contains(
                        "+++ b/package.json",
                        "+    \"made-03\": \"1.0.1\"",
                        pins,
                        "\"inner\": \"1.0.0\"",
                        "+++ b/" + lock);
    }

    @Test
    void triesNewMajorVersionsWhereItIsAskedFor() throws Exception {
        Path project = project(PackageManager.NPM);
        registry.publish("made-02", "2.0.0", SWALLOWS_THE_TAG);
        registry.publish("made-01", "2.0.0", MadeProject.HARMLESS);

        assertThat(canary(PackageManager.NPM, project).out())
                .startsWith("PASS  project canary: nothing is newer than the lock\n");
        Call call = canary(
                PackageManager.NPM,
                project,
                "--latest",
                "--write-patch",
                folder.resolve("p").toString());

        assertThat(call.out())
                .contains(
                        "CULPRIT  made-02 1.0.0 → 2.0.0 breaks the page",
                        "SAFE SET  verified by a build of its own: 1 upgrade, made-02 1.0.0 pinned",
                        "  made-01 1.0.0 → 2.0.0");
        assertThat(folder.resolve("p"))
                .content()
                .contains("+    \"made-01\": \"^2.0.0\"", "+    \"made-02\": \"1.0.0\"");
    }

    @Test
    void answersAsAnIssueAndAsJson() throws Exception {
        Path project = project(PackageManager.NPM);
        registry.publish("made-03", "1.0.1", SWALLOWS_THE_TAG);

        String issue =
                canary(PackageManager.NPM, project, "--format", "markdown").out();
        JsonNode json = JsonMapper.shared()
                .readTree(
                        canary(PackageManager.NPM, project, "--format", "json").out());

        assertThat(issue)
                .startsWith("# project: upgrade breaks: made-03 1.0.0 → 1.0.1\n")
                .contains(
                        "\n## made-03 1.0.0 → 1.0.1 breaks the page\n", "\n## To keep it out\n", "**To do:** ask for");
        assertThat(json.path("schema").asString()).isEqualTo("smoke-result/1");
        assertThat(json.path("verdict").asString()).isEqualTo("fail");
        assertThat(json.path("severity").asInt()).isEqualTo(5);
        assertThat(json.path("environment").asString()).isEqualTo("canary");
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.path("check").asString()).isEqualTo("canary");
        assertThat(finding.path("kind").asString()).isEqualTo("upgrade-breaks-page");
        assertThat(finding.path("fingerprint").asString()).isEqualTo("canary upgrade-breaks-page made-03 1.0.1");
        assertThat(finding.path("subject").asString()).isEqualTo("made-03 1.0.0 → 1.0.1");
    }

    private Path project(PackageManager manager) throws Exception {
        return MadeProject.of(Files.createDirectory(folder.resolve("project")), registry, MODULES, manager)
                .directory();
    }

    private Call canary(PackageManager manager, Path project, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "canary",
                project.toString(),
                "--browser",
                "none",
                "--output",
                folder.resolve("report").toString()));
        words.addAll(List.of(more));
        LocalSystem here = LocalSystem.current();
        LocalSystem system = new LocalSystem(
                here.clock(), here.nanoTime(), here.sleeper(), manager.environment(folder.resolve("caches")));
        return Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, system), words.toArray(String[]::new));
    }
}
