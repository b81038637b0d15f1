package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code smoke init} with a real browser, from the page to a config that passes. */
@Tag("browser")
class InitCommandBrowserIT {
    private static final Path DEMO = Path.of("smoke-configs/demo");

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void name() {
        config = folder.resolve("configs/demo.yaml");
    }

    private static Call smoke(String... args) {
        return Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), args);
    }

    private Call init(Path site) {
        return smoke("init", site.toString(), "-o", config.toString());
    }

    private Call run() {
        return smoke("run", config.toString(), "-o", folder.resolve("report").toString(), "--format", "console");
    }

    private void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void aHealthyPackageGetsAConfigThatPassesAndFailsWithoutItsScript() throws IOException {
        Path site = folder.resolve("site");
        copy(DEMO.resolve("healthy"), site);

        Call call = init(site);

        assertThat(call.code()).as(call.out() + call.err()).isZero();
        assertThat(call.out()).contains("wrote " + config).contains("next:      smoke run " + config);
        assertThat(config)
                .content()
                .contains(
                        "    package: \"../site\"",
                        "    title: \"Sign up\"",
                        "- \"form#signup\"",
                        "- \"js/signup-*.js\"");
        Call passed = run();
        assertThat(passed.code()).as(passed.out() + passed.err()).isZero();

        Path page = site.resolve("index.html");
        Files.writeString(page, Files.readString(page).replaceAll("<script[^>]*></script>", ""));
        Call failed = run();
        assertThat(failed.code()).as(failed.out() + failed.err()).isEqualTo(1);
    }

    @Test
    void aBrokenPackageIsRefusedWithWhatIsWrong() {
        Call call = init(DEMO.resolve("broken"));

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("FAILED   script-tag");
        assertThat(config).doesNotExist();
    }

    @Test
    void crawlTakesTheHealthyPagesThatAreLinked() throws IOException {
        Path site = folder.resolve("site");
        Files.createDirectories(site.resolve("help"));
        Files.writeString(site.resolve("index.html"), html("Shop", "<a href=help/>Help</a> <a href=bad.html>Bad</a>"));
        Files.writeString(site.resolve("help/index.html"), html("Help", "<form id=question><input></form>"));
        Files.writeString(site.resolve("bad.html"), html("Bad", "<script>throw new Error('no')</script>"));

        Call call = smoke("init", site.toString(), "-o", config.toString(), "--crawl");

        assertThat(call.code()).as(call.out() + call.err()).isZero();
        assertThat(config)
                .content()
                .contains("- path: \"./\"", "- path: \"help/\"", "- \"form#question\"")
                .contains("# - bad.html: a page that is linked and does not pass")
                .doesNotContain("- path: \"bad.html\"");
    }

    private static String html(String title, String body) {
        return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><link rel=icon href=\"data:,\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1>" + body + "</body></html>";
    }
}
