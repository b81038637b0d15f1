package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps what a run saw and judges it again, with the real parts but for the browser. */
class JudgeCommandTest {
    private static final String TOKEN = "tok-8c1f77a2";

    @TempDir
    private Path temp;

    private Path site;
    private Path kept;

    @BeforeEach
    void makeASite() throws IOException {
        site = Files.createDirectories(temp.resolve("site"));
        kept = temp.resolve("kept");
        Files.writeString(
                site.resolve("index.html"),
                "<!doctype html><html lang=en><head><meta charset=utf-8><title>Shop</title>"
                        + "<script src=\"app.js\"></script></head><body>Shop " + TOKEN + "</body></html>");
    }

    @Test
    void saysTheSameAgain() {
        Call run = smoke("run", "-t", site, "--browser", "none", "--save-observation", kept, "--format", "json");

        Call again = smoke("judge", kept, "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("\"asset-missing\"");
        assertThat(again).isEqualTo(new Call(1, run.out(), ""));
    }

    @Test
    void looksAtNothingAgain() throws IOException {
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);
        Files.writeString(site.resolve("app.js"), "start();");

        Call again = smoke("judge", kept, "--format", "json");

        assertThat(again.out()).contains("\"asset-missing\"");
    }

    @Test
    void judgesByWhatAnotherConfigExpects() throws IOException {
        Files.writeString(site.resolve("app.js"), "start();");
        Call run = smoke("run", "-t", site, "--browser", "none", "--save-observation", kept, "--format", "json");
        Path config = config("pages: [{path: ./, scripts: [vendor.js]}]");

        Call again = smoke("judge", kept, "-c", config, "--format", "json");

        assertThat(run.out()).doesNotContain("vendor.js");
        assertThat(again.out()).contains("vendor.js").contains("\"name\": \"shop\"");
        assertThat(again.code()).isEqualTo(1);
    }

    @Test
    void hasAnotherGate() throws IOException {
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);

        assertThat(smoke("judge", kept, "--fail-on", "1").code()).isNotEqualTo(1);
    }

    @Test
    void doesNotPassAPageThatWasNotLookedAt() throws IOException {
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);
        Path config = config("pages: [{path: help.html}]");

        Call again = smoke("judge", kept, "-c", config);

        assertThat(again.code()).isEqualTo(3);
        assertThat(again.out()).contains("the run that was kept did not look at this page");
    }

    @Test
    void keepsNoSecret() throws IOException {
        Path config = config("browser: {headers: {X-Token: \"${secret:TOKEN}\"}}");

        smoke("run", config, "-t", site, "--browser", "none", "--save-observation", kept);

        assertThat(allText(kept)).contains("Shop ***").doesNotContain(TOKEN);
    }

    @Test
    void mixesNoTwoRunsInOneFolder() throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("notes.txt"), "mine");

        Call run = smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);

        assertThat(run)
                .isEqualTo(new Call(
                        2,
                        "",
                        "--save-observation " + kept
                                + ": expected a new or an empty folder, got one that holds files\n"));
    }

    @Test
    void keepsOneRunAtATime() {
        Call run = smoke("run", "http://127.0.0.1:1/", "http://127.0.0.2:1/", "--save-observation", kept);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--save-observation: expected one config or URL with it, got 2");
    }

    @Test
    void refusesAFolderThatIsNone() {
        assertThat(smoke("judge", site).err())
                .isEqualTo(site + ": expected a folder that --save-observation wrote, with a run.json in it\n");
    }

    @Test
    void refusesAnotherForm() throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("run.json"), "{\"schema\": \"smoke-observation/9\", \"version\": \"7.0\"}");

        assertThat(smoke("judge", kept))
                .isEqualTo(new Call(
                        2,
                        "",
                        kept + ": expected the form smoke-observation/1, got \"smoke-observation/9\","
                                + " written by version \"7.0\"\n"));
    }

    @Test
    void refusesARunThatSawNoPage() throws IOException {
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);
        Path run = kept.resolve("run.json");
        Files.writeString(run, Files.readString(run).replaceFirst("\"pages\":\\s*1", "\"pages\":0"));

        Call again = smoke("judge", kept, "-c", config("pages: [{path: ./}]"));

        assertThat(again)
                .isEqualTo(new Call(
                        2, "", kept + ": expected what a run saw of at least one page, got a run that saw none\n"));
    }

    @Test
    void readsNoFileOutsideOfTheFolder() throws IOException {
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);
        Path page = kept.resolve("pages").resolve("0.json");
        Files.writeString(
                page, Files.readString(page).replaceAll("\"file\":\"[0-9a-f]{64}\"", "\"file\":\"../../secret\""));

        Call again = smoke("judge", kept);

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("expected the name of a part, 64 hexadecimal digits");
    }

    private Path config(String pages) throws IOException {
        return Files.writeString(
                temp.resolve("shop.yaml"),
                "name: shop\nenvironments: {production: {url: \"https://shop.example/\"}}\n" + pages + "\n");
    }

    private static String allText(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> all.append(read(file)));
        }
        return all.toString();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Call smoke(Object... words) {
        LocalSystem here = LocalSystem.current();
        LocalSystem system =
                new LocalSystem(here.clock(), here.nanoTime(), here.sleeper(), Map.of("TOKEN", TOKEN, "NO_COLOR", "1"));
        String[] args = Stream.concat(
                        Stream.of(words).map(Object::toString),
                        Stream.of("-o", temp.resolve("report").toString()))
                .toArray(String[]::new);
        return Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, system), args);
    }
}
