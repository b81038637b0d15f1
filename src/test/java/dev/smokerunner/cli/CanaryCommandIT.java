package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.lab.LoopbackRegistry;
import dev.smokerunner.canary.lab.MadeProject;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made projects with forty floating dependencies, whose registry moves on; npm and the builds are real. */
class CanaryCommandIT {
    private static final int MODULES = 40;

    private static final String SWALLOWS_THE_TAG = "module.exports = page => page.replace(/app.js.*/, 'app.js');";

    @TempDir
    private Path folder;

    private LoopbackRegistry registry;
    private Path project;

    @BeforeEach
    void makesTheProject() throws Exception {
        Tool.NPM.require();
        registry = new LoopbackRegistry();
        for (int number = 1; number <= MODULES; number++) {
            registry.publish(MadeProject.module(number), "1.0.0", MadeProject.HARMLESS);
        }
        project = MadeProject.with(Files.createDirectory(folder.resolve("project")), registry, MODULES)
                .directory();
    }

    @AfterEach
    void closesTheRegistry() {
        registry.close();
    }

    @Test
    void findsOneCulpritAmongFortyAndTheVersionThatBroughtIt() throws Exception {
        moveOn();
        for (String version : List.of("1.0.1", "1.0.2", "1.0.3", "1.1.0", "1.2.0")) {
            registry.publish(
                    MadeProject.module(23),
                    version,
                    version.compareTo("1.0.3") < 0 ? MadeProject.HARMLESS : SWALLOWS_THE_TAG);
        }
        List<Path> before = files();

        Call call = canary("--write-patch", folder.resolve("safe.patch").toString());

        assertThat(call.out())
                .startsWith("FAIL  project canary: made-23 1.0.2 → 1.0.3\n")
                .contains(
                        "40 upgrades (40 direct, 0 that they bring); ",
                        "CULPRIT  made-23 1.0.2 → 1.0.3 breaks the page",
                        "is never finished",
                        "index.html as it is locked, and with made-23 1.0.2 → 1.0.3:",
                        "ask for \"made-23\": \"1.0.2\" in package.json",
                        "SAFE SET  verified by a build of its own: 39 upgrades, made-23 1.0.2 pinned");
        assertThat(call.code()).isEqualTo(1);
        // The lock, all, twice log2 of 40, the rest, two versions, the safe set.
        assertThat(builds(call)).isLessThanOrEqualTo(2 + 12 + 1 + 2 + 1);
        assertThat(files()).isEqualTo(before);
        assertThat(folder.resolve("safe.patch"))
                .content()
                .contains("--- a/package.json", "+++ b/package-lock.json", "+    \"made-23\": \"1.0.2\"");
    }

    @Test
    void findsTwoThatBreakOnlyTogether() throws Exception {
        moveOn();
        registry.publish(MadeProject.module(5), "1.0.1", "module.exports = page => page + '<!-- five -->';");
        registry.publish(
                MadeProject.module(31),
                "1.0.1",
                "module.exports = page => page.includes('five') ? page.replace(/app.js.*/, 'app.js') : page;");

        Call call = canary();

        assertThat(call.out())
                .contains(
                        "CULPRIT  made-05 1.0.0 → 1.0.1 and made-31 1.0.0 → 1.0.1 together break the page",
                        "SAFE SET  verified by a build of its own: 39 upgrades, made-31 1.0.0 pinned");
        assertThat(call.code()).isEqualTo(1);
        assertThat(builds(call)).isLessThan(45);
    }

    @Test
    void findsWhatMakesTheBuildHang() throws Exception {
        moveOn();
        registry.publish(MadeProject.module(17), "1.0.1", "for (;;) {}");

        Call call = canary("--build-timeout", "6s");

        assertThat(call.out())
                .contains(
                        "CULPRIT  made-17 1.0.0 → 1.0.1 breaks the build (build-hangs)",
                        "build did not end within 6 s",
                        "39 upgrades, made-17 1.0.0 pinned");
        assertThat(call.code()).isEqualTo(1);
    }

    @Test
    void saysThatNothingIsNewerThanTheLock() {
        Call call = canary();

        assertThat(call.out())
                .startsWith("PASS  project canary: nothing is newer than the lock\n")
                .contains("1 build in ");
        assertThat(call.code()).isZero();
    }

    @Test
    void saysThatTheBaselineIsBroken() throws Exception {
        Files.writeString(project.resolve("build.js"), "throw new Error('broken as it is');");

        Call call = canary();

        assertThat(call.out())
                .startsWith("INCONCLUSIVE  project canary: the baseline is broken: as it is locked, build ended with"
                        + " exit code 1; it said: ");
        assertThat(call.code()).isEqualTo(3);
    }

    @Test
    void tellsFailingTestsFromABrokenPage() throws Exception {
        moveOn();
        registry.publish(MadeProject.module(9), "1.0.1", MadeProject.HARMLESS + " module.exports.bad = true;");

        Call call = canary("--test", "node -e \"process.exit(require('made-09').bad ? 1 : 0)\"");

        assertThat(call.out())
                .contains("CULPRIT  made-09 1.0.0 → 1.0.1 breaks the tests", "test ended with exit code 1");
    }

    @Test
    void runsNoInstallScript() throws Exception {
        registry.publish(MadeProject.module(3), "1.0.1", MadeProject.HARMLESS, postinstall("exit 1"));

        assertThat(canary().code()).isZero();
    }

    @Test
    void runsInstallScriptsThatAreAllowedWhereTheyFindNothing() throws Exception {
        Tool.BWRAP.require();
        registry.publish(
                MadeProject.module(3),
                "1.0.1",
                MadeProject.HARMLESS,
                postinstall(
                        "test -z $MAVEN_CMD_LINE_ARGS$CLASSPATH || exit 1; ls /root /home && exit 1; touch /usr/here && exit 1; exit 0"));
        registry.publish(MadeProject.module(4), "1.0.1", MadeProject.HARMLESS, postinstall("exit 7"));

        Call call = canary("--allow-scripts");

        assertThat(call.out())
                .contains(
                        "CULPRIT  made-04 1.0.0 → 1.0.1 breaks the build (build-fails)",
                        "1 upgrade, made-04 1.0.0 pinned");
    }

    private static Map<String, Object> postinstall(String script) {
        return Map.of("scripts", Map.of("postinstall", script));
    }

    private void moveOn() throws Exception {
        for (int number = 1; number <= MODULES; number++) {
            registry.publish(MadeProject.module(number), "1.0.1", MadeProject.HARMLESS);
        }
    }

    private Call canary(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "canary",
                project.toString(),
                "--browser",
                "none",
                "--output",
                folder.resolve("report").toString()));
        words.addAll(List.of(more));
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), words.toArray(String[]::new));
    }

    private List<Path> files() throws Exception {
        try (var files = Files.walk(project)) {
            return files.sorted().toList();
        }
    }

    private static int builds(Call call) {
        Matcher builds = Pattern.compile("; (\\d+) builds? in").matcher(call.out());
        assertThat(builds.find()).isTrue();
        return Integer.parseInt(builds.group(1));
    }
}
