package dev.smokerunner.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CDN of the tests does what CDNs do to releases. */
class CdnIT {
    @TempDir
    Path directory;

    private Bucket bucket;

    @BeforeEach
    void createBucket() throws IOException {
        bucket = Bucket.create("web");
    }

    @AfterEach
    void closeBucket() {
        bucket.close();
    }

    @Test
    void answersFromTheOriginOnceAndThenByItselfWithTheAge() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).start()) {
            assertThat(cdn.get("/js/app-1.js").header("X-Cache")).isEqualTo("MISS");
            Answer second = cdn.get("/js/app-1.js");

            assertThat(second.header("X-Cache")).isEqualTo("HIT");
            assertThat(second.headers()).containsKey("age");
            assertThat(second.header("Content-Type")).isEqualTo("text/javascript");
            assertThat(second.header("Cache-Control")).isEqualTo("max-age=31536000, immutable");
        }
    }

    @Test
    void keepsTheOldPageWhileTheBucketHasTheNewOneUntilItIsPurged() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).start()) {
            cdn.get("/");
            bucket.upload(release("2"));

            assertThat(cdn.get("/").text()).contains("app-1.js");
            assertThat(bucket.get("/").text()).contains("app-2.js");

            cdn.purge("/index.html");

            assertThat(cdn.get("/").text()).contains("app-2.js");
        }
    }

    @Test
    void keepsTheErrorOfAnAssetThatCameTooLateUntilItIsPurged() throws IOException {
        try (Cdn cdn = Cdn.before(bucket).start()) {
            Upload pagesFirst = Upload.withCare().pagesFirst().watchedBy(key -> cdn.get("/js/app-1.js"));

            bucket.upload(release("1"), pagesFirst);

            Answer kept = cdn.get("/js/app-1.js");
            assertThat(kept.status()).isEqualTo(403);
            assertThat(kept.header("X-Cache")).isEqualTo("HIT");
            assertThat(bucket.get("/js/app-1.js").status()).isEqualTo(200);

            cdn.purge("/js/app-1.js");

            assertThat(cdn.get("/js/app-1.js").status()).isEqualTo(200);
        }
    }

    @Test
    void forgetsAnErrorByItselfAfterItsTime() throws IOException {
        try (Cdn cdn = Cdn.before(bucket).keepingErrors(Duration.ofSeconds(1)).start()) {
            cdn.get("/index.html");
            bucket.upload(release("1"));

            assertThat(cdn.get("/index.html").status()).isEqualTo(403);
            assertThat(firstGoodAnswer(cdn, "/index.html").text()).contains("app-1.js");
        }
    }

    @Test
    void missesAnAssetOfTheOldPageThatTheUploadDeleted() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).start()) {
            cdn.get("/");
            bucket.upload(release("2"), Upload.withCare().deletingOthers());

            assertThat(cdn.get("/").text()).contains("app-1.js");
            assertThat(cdn.get("/js/app-1.js").status()).isEqualTo(403);
        }
    }

    @Test
    void disagreesWithAnotherEdgeThatIsFilledLater() throws IOException {
        bucket.upload(release("1"));

        try (Cdn early = Cdn.before(bucket).start();
                Cdn late = Cdn.before(bucket).on("127.0.0.2").start()) {
            early.get("/");
            bucket.upload(release("2"));

            assertThat(early.get("/").text()).contains("app-1.js");
            assertThat(late.get("/").text()).contains("app-2.js");
            assertThat(late.url().getHost()).isEqualTo("127.0.0.2");
        }
    }

    @Test
    void answersAMissingScriptWithThePageWhereItFallsBack() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).fallingBackToThePage().start()) {
            Answer answer = cdn.get("/js/app-2.js");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void deliversOtherBytesThanTheOriginsWhereItOptimises() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn =
                Cdn.before(bucket).altering(Alteration.joiningLinesOfPages()).start()) {
            assertThat(cdn.get("/").text()).isEqualTo("<p>release 1</p><script src=\"js/app-1.js\"></script>");
            assertThat(cdn.get("/js/app-1.js").body())
                    .isEqualTo(bucket.get("/js/app-1.js").body());
        }
    }

    @Test
    void compressesForWhoeverTakesIt() throws IOException {
        bucket.upload(release("1"));

        try (Cdn cdn = Cdn.before(bucket).compressing().start()) {
            Answer packed = cdn.get("/", "Accept-Encoding", "gzip");

            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(cdn.get("/").text()).isEqualTo(bucket.get("/").text());
        }
    }

    @Test
    void leavesNoProcessAndNoFileBehind() throws IOException {
        Set<ProcessHandle> others = Processes.ofThisMachine();
        Cdn cdn = Cdn.before(bucket).start();
        List<ProcessHandle> ours = Processes.besides(others);

        cdn.close();

        assertThat(ours).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    /** The first answer below 400; asked every few milliseconds, ten seconds at most. */
    private static Answer firstGoodAnswer(Cdn cdn, String path) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Answer answer = cdn.get(path);
        while (answer.status() >= 400 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = cdn.get(path);
        }
        return answer;
    }

    /** A page and its script. */
    private Path release(String number) throws IOException {
        Path release = directory.resolve("release-" + number);
        Files.createDirectories(release.resolve("js"));
        Files.writeString(
                release.resolve("index.html"),
                "<p>release %s</p>\n  <script src=\"js/app-%s.js\"></script>\n".formatted(number, number));
        Files.write(release.resolve("js/app-" + number + ".js"), "run();\n".getBytes(StandardCharsets.UTF_8));
        return release;
    }
}
