package dev.smokerunner.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket of the tests answers as S3 does, and uploads go as deployments go. */
class BucketIT {
    @TempDir
    Path release;

    private Bucket bucket;

    @BeforeEach
    void createBucketAndRelease() throws IOException {
        bucket = Bucket.create("web");
        Files.createDirectories(release.resolve("js"));
        Files.writeString(release.resolve("index.html"), "<p>Hello</p>");
        Files.writeString(release.resolve("js/app-1.js"), "run();");
    }

    @AfterEach
    void closeBucket() {
        bucket.close();
    }

    @Test
    void showsAFoldersPageAndItsAssetsWithTheirTypes() throws IOException {
        bucket.upload(release);

        assertThat(bucket.get("/").text()).isEqualTo("<p>Hello</p>");
        assertThat(bucket.get("/").header("Content-Type")).startsWith("text/html");
        assertThat(bucket.get("/js/app-1.js").header("Content-Type")).isEqualTo("text/javascript");
    }

    @Test
    void deniesWhatIsMissingToWhoeverMayNotListIt() {
        Answer answer = bucket.get("/js/app-2.js");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("AccessDenied");
    }

    @Test
    void shipsABinaryWhereTheUploadLosesTypes() throws IOException {
        bucket.upload(release, Upload.withCare().losingTypes());

        assertThat(bucket.get("/js/app-1.js").header("Content-Type")).isEqualTo("binary/octet-stream");
        assertThat(bucket.get("/").header("Content-Type")).isEqualTo("binary/octet-stream");
    }

    @Test
    void receivesPagesLastUnlessTheUploadIsCareless() throws IOException {
        List<String> careful = new ArrayList<>();
        List<String> careless = new ArrayList<>();

        bucket.upload(release, Upload.withCare().watchedBy(careful::add));
        bucket.upload(release, Upload.withCare().pagesFirst().watchedBy(careless::add));

        assertThat(careful).containsExactly("js/app-1.js", "index.html");
        assertThat(careless).containsExactly("index.html", "js/app-1.js");
    }

    @Test
    void keepsOldKeysUnlessTheUploadDeletesThem() throws IOException {
        bucket.put("js/app-0.js", new byte[] {}, Map.of());

        bucket.upload(release);
        assertThat(bucket.keys()).containsExactly("index.html", "js/app-0.js", "js/app-1.js");

        bucket.upload(release, Upload.withCare().deletingOthers());
        assertThat(bucket.keys()).containsExactly("index.html", "js/app-1.js");
    }

    @Test
    void takesNamesThatNoUrlHas() throws IOException {
        Files.writeString(release.resolve("js/menu item.js"), "menu();");

        bucket.upload(release);

        assertThat(bucket.get("/js/menu%20item.js").text()).isEqualTo("menu();");
    }

    @Test
    void takesHalfARelease() throws IOException {
        bucket.upload(release, Upload.withCare().only(Upload::isPage));

        assertThat(bucket.keys()).containsExactly("index.html");
    }

    @Test
    void takesAZipAsItTakesADirectory(@TempDir Path directory) throws IOException {
        Path zip = directory.resolve("release.zip");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
            Files.createDirectory(files.getPath("/js"));
            Files.copy(release.resolve("index.html"), files.getPath("/index.html"));
            Files.copy(release.resolve("js/app-1.js"), files.getPath("/js/app-1.js"));
        }

        bucket.upload(zip);

        assertThat(bucket.keys()).containsExactly("index.html", "js/app-1.js");
    }
}
