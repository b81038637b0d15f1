package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.site.FaultySite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code smoke run} says of sites whose address is an IP address, of their edges, and of those that take their time. */
class PlacesScenariosIT {
    @TempDir
    private Path directory;

    @AutoClose
    private FaultySite site;

    @AutoClose
    private FaultySite edge;

    @BeforeEach
    void startTwoMachines() throws IOException {
        site = FaultySite.serve(build("site", "All boats run today."), "127.0.0.1");
        edge = FaultySite.serve(build("edge", "All boats run today."), "127.0.0.2");
    }

    @Test
    void anEdgeThatServesTheSameIsFine() throws IOException {
        Call call = smoke(site.url(), edge.url().getAuthority());

        assertThat(call.code()).as(call.out()).isZero();
        assertThat(edge.requests()).isPositive();
    }

    @Test
    void anEdgeThatServesTheOldPageIsFoundThoughTheSiteIsAnAddress() throws IOException {
        build("edge", "No boats today.");

        Call call = smoke(site.url(), edge.url().getAuthority());

        assertThat(call.code()).as(call.out()).isEqualTo(1);
        assertThat(call.out())
                .contains("edge " + edge.url().getAuthority()
                        + " does not serve what the site serves: index.html (other bytes)")
                .contains("--connect-to '127.0.0.1::" + edge.url().getAuthority() + "'");
    }

    @Test
    void anEdgeWhoseNameDoesNotResolveIsToldUnderThatName() throws IOException {
        Call call = smoke(site.url(), "edge-7.invalid");

        assertThat(call.code()).as(call.out()).isEqualTo(1);
        assertThat(call.out())
                .contains("edge edge-7.invalid does not answer: its name does not resolve")
                .contains("the name 'edge-7.invalid' does not resolve");
    }

    @Test
    void edgesOfAnotherSiteAreLeftOutAndThatIsSaid() throws IOException {
        Call call = smoke(
                URI.create("http://www.example.com/"),
                "203.0.113.7",
                "--target",
                site.url().toString(),
                "--format",
                "json");

        assertThat(call.out())
                .contains("the origin and edges of the config are those of http://www.example.com/, and --target names"
                        + " another site");
    }

    @Test
    void edgesAreAskedForAnotherAddressOfTheirSite() throws IOException {
        build("edge", "No boats today.");

        Call call = smoke(
                site.url().resolve("/elsewhere/"),
                edge.url().getAuthority(),
                "--target",
                site.url().toString());

        assertThat(call.code()).as(call.out()).isEqualTo(1);
        assertThat(call.out()).contains("does not serve what the site serves");
    }

    @Test
    void aReleaseThatTakesLongerThanTheRunIsNeitherThereNorMissing() throws IOException {
        Path release = build("site", "All boats run today.");
        for (int i = 0; i < 120; i++) {
            Files.writeString(release.resolve("js/part-" + i + ".js"), "part(" + i + ");");
        }
        site.failing(List.of("/js/part-* delay 200"));

        Call tooShort = smoke(site.url(), "", release("--timeout", "3s", "--wait", "0s"));
        Call usual = smoke(site.url(), "", release("--wait", "0s"));

        assertThat(tooShort.code()).as(tooShort.out()).isEqualTo(3);
        assertThat(tooShort.out()).contains("files had not answered when the time was over: raise --timeout");
        assertThat(usual.out()).contains("live: 122 of 122 files");
    }

    @Test
    void aServerThatHangsIsToldThoughTheTimeWasShort() throws IOException {
        site.failing(List.of("* hang"));

        Call call = smoke(site.url(), "", release("--timeout", "24s", "--wait", "0s"));

        assertThat(call.code()).as(call.out()).isEqualTo(1);
        assertThat(call.out()).contains("Sev 1").contains("nothing answers where the release should be: index.html");
    }

    private String[] release(String... options) {
        List<String> words =
                new ArrayList<>(List.of("--release", directory.resolve("site").toString()));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private Call smoke(URI url, String edge, String... options) throws IOException {
        Path config = directory.resolve("ferry.yaml");
        String edges = edge.isEmpty() ? "" : ", edges: [\"" + edge + "\"]";
        Files.writeString(
                config,
                "name: ferry\nenvironments:\n  live: {url: \"%s\", audience: customers%s}\n".formatted(url, edges));
        List<String> words = new ArrayList<>(List.of("run", config.toString(), "--browser", "none"));
        words.addAll(List.of("--output", directory.resolve("report").toString()));
        if (!List.of(options).contains("--format")) {
            words.addAll(List.of("--format", "console"));
        }
        words.addAll(List.of(options));
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), words.toArray(String[]::new));
    }

    private Path build(String name, String text) throws IOException {
        Path build = directory.resolve(name);
        Files.createDirectories(build.resolve("js"));
        Files.writeString(build.resolve("index.html"), """
                <!doctype html>
                <html lang="en">
                  <title>Ferry</title>
                  <p>%s</p>
                  <script src="js/times-8a41d0c2.js"></script>
                </html>
                """.formatted(text));
        Files.writeString(build.resolve("js/times-8a41d0c2.js"), "document.title += ' times';\n");
        return build;
    }
}
