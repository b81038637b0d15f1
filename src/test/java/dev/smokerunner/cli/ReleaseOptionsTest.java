package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.Previous;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseOptionsTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir
    private Path temp;

    private Path dist;

    @BeforeEach
    void build() throws IOException {
        dist = Files.createDirectory(temp.resolve("dist"));
        Files.writeString(dist.resolve("index.html"), "<title>Shop</title>");
    }

    @Test
    void waitsTwoMinutesForAReleaseUnlessToldOtherwise() {
        assertThat(plan("--release", dist.toString()))
                .isEqualTo(new ReleasePlan(Optional.of(dist), Duration.ofMinutes(2), Optional.empty(), Duration.ZERO));
        assertThat(plan("--release", dist.toString(), "--wait", "0s").longestWait())
                .isEqualTo(Duration.ZERO);
        assertThat(plan("--release", dist.toString(), "--wait", "5s").longestWait())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void givesTheRunMoreTimeForMoreFiles() throws IOException {
        for (int i = 0; i < 99; i++) {
            Files.writeString(dist.resolve(i + ".js"), "");
        }

        assertThat(request("--release", dist.toString()).timeout()).isEqualTo(Duration.ofSeconds(130));
        assertThat(request("--release", dist.toString(), "--timeout", "15s").timeout())
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(request().timeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refusesAZipThatIsDamagedAndNamesTheFile() throws IOException {
        Path zip = temp.resolve("site.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("js/times.js"));
            out.write("times();".repeat(200).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(zip);
        bytes[30 + "js/times.js".length() + 4] ^= 0x55;
        Files.write(zip, bytes);

        assertThat(refusal("--release", zip.toString()))
                .startsWith("--release: the package '" + zip + "' is damaged: ")
                .contains("js/times.js");
        assertThat(Call.smoke(new StubApplication(), "run", zip.toString())
                        .err()
                        .strip())
                .isEqualTo(zip + ": expected a config file, got a zip; to check a zip use --target");
    }

    @Test
    void asksForNothingAboutAReleaseByDefault() {
        assertThat(plan()).isEqualTo(ReleasePlan.NONE);
    }

    @Test
    void takesAPackageOrAResultForTheReleaseBefore() throws IOException {
        assertThat(plan("--previous", dist.toString()).previous()).contains(new Previous.Packaged(dist));

        Previous.Result result = (Previous.Result) plan(
                        "--previous",
                        result(
                                PAGE,
                                "\"browser\": \"Firefox\", \"loaded\": [{\"url\": \"https://www.example.com/a.js\"}]"))
                .previous()
                .orElseThrow();

        assertThat(result.target()).isEqualTo(URI.create(PAGE));
        assertThat(result.pages()).singleElement().satisfies(page -> {
            assertThat(page.browser()).contains("Firefox");
            assertThat(page.assets()).hasSize(1);
        });
    }

    @Test
    void takesTheResultOfAPackageFromWhereItWasServed() throws IOException {
        String page =
                "\"url\": \"http://127.0.0.1:40883/help/\", \"loaded\": [{\"url\": \"http://127.0.0.1:40883/a.js\"}]";

        Previous.Result result = (Previous.Result) plan("--previous", result("smoke-configs/demo", page))
                .previous()
                .orElseThrow();

        assertThat(result.target()).isEqualTo(URI.create("http://127.0.0.1:40883/"));
    }

    @Test
    void watchesAnUpload() {
        assertThat(plan("--watch-upload", "30s").watchUpload()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void saysWhatIsWrongWithThem() throws IOException {
        assertThat(refusal("--release", temp.resolve("nowhere").toString()))
                .startsWith("--release: the package '" + temp.resolve("nowhere") + "' is not there");
        assertThat(refusal("--wait", "5s"))
                .isEqualTo("--wait: expected --release beside it, which says what to wait for, got none");
        assertThat(refusal("--release", dist.toString(), "--wait", "soon"))
                .isEqualTo("--wait: expected a duration such as 250ms, 10s or 2m, got \"soon\"");
        assertThat(refusal("--watch-upload", "0s"))
                .startsWith("--watch-upload: expected a duration longer than nothing");
        assertThat(refusal("--previous", temp.resolve("result.json").toString()))
                .contains("got nothing: there is no such file");
        assertThat(refusal("--previous", result("smoke-configs/demo", "\"loaded\": []")))
                .contains("got one that tells of no loaded asset");
        assertThat(refusal("--previous", result(PAGE, "\"status\": 200")))
                .contains("got one that tells of no loaded asset; was it a run with a browser?");
    }

    @Test
    void refusesToProveThatAPackageIsLiveOnAPackage() {
        Call call = Call.smoke(
                new StubApplication(),
                "run",
                "--target",
                dist.toString(),
                "--release",
                dist.toString(),
                "--watch-upload",
                "1s");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("--release: expected a live site, which can be compared with it, got " + dist)
                .contains("--watch-upload: expected a live site to which somebody uploads, got " + dist);
    }

    private String result(String target, String ofPage) throws IOException {
        Path file = temp.resolve("result.json");
        Files.writeString(file, """
                {"schema": "smoke-result/1", "target": "%s", "pages": [{"url": "https://www.example.com/", %s}]}
                """.formatted(target, ofPage));
        return file.toString();
    }

    private static ReleasePlan plan(String... options) {
        return request(options).release();
    }

    private static SmokePlan request(String... options) {
        StubApplication application = new StubApplication(Verdict.PASS);
        Call call = Call.smoke(application, arguments(options));
        assertThat(call.err()).isEmpty();
        return application.ran.get(0);
    }

    private static String refusal(String... options) {
        Call call = Call.smoke(new StubApplication(), arguments(options));
        assertThat(call.code()).isEqualTo(2);
        return call.err().strip();
    }

    private static String[] arguments(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "run";
        all[1] = PAGE;
        System.arraycopy(options, 0, all, 2, options.length);
        return all;
    }
}
