package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Alteration;
import dev.smokerunner.standin.Bucket;
import dev.smokerunner.standin.Cdn;
import dev.smokerunner.standin.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code smoke run --release} says of deployments to a real object store behind a real CDN; plain HTTP is enough. */
class ReleaseScenariosIT {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    @AutoClose
    private Bucket bucket;

    @BeforeEach
    void createBucket() throws IOException {
        bucket = Bucket.create("shop");
    }

    @Test
    void aReleaseThatArrivedIsLive() throws IOException {
        Path release = release("1");
        bucket.upload(release);

        try (Cdn cdn = Cdn.before(bucket).start()) {
            Call call = smoke(cdn, "", "--release", release.toString());

            assertThat(call.code()).as(call.out()).isZero();
            assertThat(call.out()).contains("live: 3 of 3 files");
        }
    }

    @Test
    void anOldPageInTheCacheIsStaleUntilItIsPurged() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).keepingPages(LONG).start()) {
            cdn.get("/");
            cdn.get("/index.html");
            Path release = release("2");
            bucket.upload(release);

            Call stale = smoke(cdn, "", "--release", release.toString(), "--wait", "1s");
            cdn.purgeAll();
            Call live = smoke(cdn, "", "--release", release.toString(), "--wait", "1s");

            assertThat(stale.code()).as(stale.out()).isEqualTo(1);
            assertThat(stale.out()).contains("release: stale").contains("purge " + cdn.url());
            assertThat(live.code()).as(live.out()).isZero();
        }
    }

    @Test
    void anErrorThatTheCacheKeepsIsAFileThatIsMissing() throws IOException {
        Path release = release("1");

        try (Cdn cdn = Cdn.before(bucket).keepingErrors(LONG).start()) {
            bucket.upload(release, Upload.withCare().pagesFirst().watchedBy(key -> cdn.get("/js/app-1.js")));

            Call call = smoke(cdn, "", "--release", release.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains("js/app-1.js").contains("HIT");
        }
    }

    @Test
    void anOldPageWhoseAssetsAreDeletedBreaksWhileItIsStale() throws IOException {
        Path before = release("1");
        bucket.upload(before);

        try (Cdn cdn = Cdn.before(bucket).keepingPages(LONG).start()) {
            cdn.get("/");
            cdn.get("/index.html");
            Path release = release("2");
            bucket.upload(release, Upload.withCare().deletingOthers());

            Call call =
                    smoke(cdn, "", "--release", release.toString(), "--previous", before.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains("stale").contains("asset-status").contains("js/app-1.js");
        }
    }

    @Test
    void oneEdgeThatKeepsTheOldPageIsNamed() throws IOException {
        bucket.upload(release("1"));

        try (Cdn late = Cdn.before(bucket).start();
                Cdn early =
                        Cdn.before(bucket).keepingPages(LONG).on("127.0.0.2").start()) {
            early.get("/");
            early.get("/index.html");
            Path release = release("2");
            bucket.upload(release);

            Call call = smoke(
                    late, ", edges: [\"" + early.authority() + "\"]", "--release", release.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains(early.authority());
        }
    }

    @Test
    void aCdnThatOnlyMinifiesIsWorthANote() throws IOException {
        Path release = release("1");
        bucket.upload(release);

        try (Cdn cdn =
                Cdn.before(bucket).altering(Alteration.joiningLinesOfPages()).start()) {
            Call call = smoke(cdn, "", "--release", release.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isZero();
            assertThat(call.out()).contains("live, but Varnish minified index.html");
        }
    }

    @Test
    void aPageOfWhichTheReleaseTookSomethingOutIsNotLive() throws IOException {
        Path before = release("1");
        Path page = before.resolve("index.html");
        Files.writeString(page, Files.readString(page).replace("</html>", "<script>count()</script>\n</html>"));
        bucket.upload(before);

        try (Cdn cdn = Cdn.before(bucket).start()) {
            Path release = directory.resolve("without");
            Files.createDirectories(release.resolve("js"));
            for (String key : List.of("index.html", "shop.css", "js/app-1.js")) {
                Files.copy(before.resolve(key), release.resolve(key));
            }
            Path now = release.resolve("index.html");
            Files.writeString(now, Files.readString(now).replace("<script>count()</script>\n", ""));

            Call call =
                    smoke(cdn, "", "--release", release.toString(), "--previous", before.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains("release: stale").contains("that of the release before");
        }
    }

    @Test
    void aFallbackPageIsNoFileOfTheRelease() throws IOException {
        Path release = release("1");
        bucket.upload(release, Upload.withCare().only(key -> !key.startsWith("js/")));

        try (Cdn cdn = Cdn.before(bucket).fallingBackToThePage().start()) {
            Call call = smoke(cdn, "", "--release", release.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains("an HTML page answers instead of the script");
        }
    }

    @Test
    void aPageThatLostItsTypeIsADownload() throws IOException {
        Path release = release("1");
        bucket.upload(release, Upload.withCare().losingTypes());

        try (Cdn cdn = Cdn.before(bucket).start()) {
            Call call = smoke(cdn, "", "--release", release.toString(), "--wait", "0s");

            assertThat(call.code()).as(call.out()).isEqualTo(1);
            assertThat(call.out()).contains("page-status");
        }
    }

    private Call smoke(Cdn cdn, String places, String... options) throws IOException {
        Path config = directory.resolve("shop.yaml");
        Files.writeString(
                config,
                "name: shop\nenvironments:\n  production: {url: \"%s\", audience: customers%s}\n"
                        .formatted(cdn.url(), places));
        List<String> words = new ArrayList<>(List.of(
                "run",
                config.toString(),
                "--browser",
                "none",
                "--format",
                "console",
                "--output",
                directory.resolve("report").toString()));
        words.addAll(List.of(options));
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), words.toArray(String[]::new));
    }

    private Path release(String number) throws IOException {
        Path release = directory.resolve("release-" + number);
        Files.createDirectories(release.resolve("js"));
        Files.writeString(release.resolve("index.html"), """
                <!doctype html>
                <html lang="en">
                  <title>Shop</title>
                  <link rel="stylesheet" href="shop.css">
                  <p>release %s of the shop, which has everything</p>
                  <script src="js/app-%s.js"></script>
                </html>
                """.formatted(number, number));
        Files.writeString(release.resolve("shop.css"), "p { color: black; }\n");
        Files.writeString(release.resolve("js/app-" + number + ".js"), "document.title += ' " + number + "';\n");
        return release;
    }
}
