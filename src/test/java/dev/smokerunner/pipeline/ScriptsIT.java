package dev.smokerunner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.Bucket;
import dev.smokerunner.standin.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each script of {@code ci} does its one thing, and says what it lacks. */
class ScriptsIT {
    @TempDir
    Path directory;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void buildThePage() throws IOException {
        Path site = Files.createDirectories(directory.resolve("site"));
        Files.createDirectories(site.resolve("js"));
        Files.createDirectories(site.resolve("help"));
        Files.writeString(site.resolve("index.html"), "<p>Hello</p>");
        Files.writeString(site.resolve("help/index.html"), "<p>Help</p>");
        Files.writeString(site.resolve("js/app-3f9a77b1.js"), "run();");
        Files.writeString(site.resolve("js/menu item.js"), "menu();");
        settings.put("SITE", site.toString());
        settings.put("PACKAGE", directory.resolve("build/site.zip").toString());
        settings.put("REPORTS", directory.resolve("reports").toString());
    }

    @Test
    void uploadsFingerprintedAssetsThenAssetsThenPagesAndDeletesNothing() throws IOException, InterruptedException {
        try (Bucket bucket = Bucket.create("web")) {
            bucket.put("signup/js/app-00000001.js", new byte[] {1}, Map.of());
            deployTo(bucket.s3() + "/signup");
            Shell shell = shell();

            assertThat(shell.run("ci/build-package.sh && ci/upload.sh staging"))
                    .as(shell.output())
                    .isZero();

            assertThat(bucket.keys())
                    .containsExactly(
                            "signup/help/index.html",
                            "signup/index.html",
                            "signup/js/app-00000001.js",
                            "signup/js/app-3f9a77b1.js",
                            "signup/js/menu item.js");
            assertThat(Files.readAllLines(directory.resolve("client.log")))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .contains("text/javascript")
                                    .contains("max-age=31536000, immutable"),
                            second -> assertThat(second)
                                    .contains("text/javascript")
                                    .contains("max-age=300"),
                            last -> assertThat(last).contains("text/html").contains("max-age=60"));
        }
    }

    @Test
    void tellsTheCdnToForgetWhatKeepsItsName() throws IOException, InterruptedException {
        // A client that takes everything: what becomes of the files is not asked here.
        settings.put("S3_CLIENT", "true");
        settings.put("STAGING_UPLOAD_TO", "s3://web/signup");
        settings.put("STAGING_PURGE", "printf '%s\\n' \"$@\" >'" + directory + "/forgotten'");
        Shell shell = shell();

        assertThat(shell.run("ci/build-package.sh && ci/upload.sh staging"))
                .as(shell.output())
                .isZero();

        assertThat(Files.readAllLines(directory.resolve("forgotten")))
                .containsExactly(
                        "/signup/help/index.html",
                        "/signup/help/",
                        "/signup/index.html",
                        "/signup/",
                        "/signup/js/menu%20item.js");
    }

    @Test
    void takesOnlyFingerprintsForFingerprints() throws IOException, InterruptedException {
        settings.put("S3_CLIENT", "true");
        settings.put("STAGING_UPLOAD_TO", "s3://web");
        settings.put("STAGING_PURGE", "printf '%s\\n' \"$@\" >'" + directory + "/forgotten'");
        Path js = directory.resolve("site/js");
        for (String name : List.of("open-facade.js", "banner-202508.PNG", "index-Cq7RfL2w.js", "login.deadbeef.js")) {
            Files.writeString(js.resolve(name), "x");
        }
        Shell shell = shell();

        assertThat(shell.run("ci/build-package.sh && ci/upload.sh staging"))
                .as(shell.output())
                .isZero();

        assertThat(Files.readAllLines(directory.resolve("forgotten")))
                .contains("/js/open-facade.js", "/js/banner-202508.PNG", "/js/login.deadbeef.js")
                .doesNotContain("/js/index-Cq7RfL2w.js", "/js/app-3f9a77b1.js");
    }

    @Test
    void uploadsADirectoryToAStoreThatChecksSignaturesAndSaysWhoMayRead() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("site/LOGO.PNG"), "x");
        deployTo("s3://guarded/signup");
        settings.put("S3_ENDPOINT", Bucket.guardedEndpoint().toString());
        settings.put("STAGING_ACL", "public-read");
        settings.put("PACKAGE", directory.resolve("site").toString());
        Shell shell = shell();

        assertThat(shell.run(
                        "\"$S3_CLIENT\" s3 mb s3://guarded --endpoint-url \"$S3_ENDPOINT\" && ci/upload.sh staging"))
                .as(shell.output())
                .isZero();

        assertThat(shell.output()).contains("uploaded 5 files");
        assertThat(Files.readAllLines(directory.resolve("client.log")))
                .allSatisfy(line -> assertThat(line).contains("--acl public-read"))
                .anySatisfy(line -> assertThat(line).contains("image/png").contains("max-age=300"));
    }

    @Test
    void keepsSeveralReleasesAndGoesBackToTheLastOneThatIsNotLiveOrToANamedOne()
            throws IOException, InterruptedException {
        try (Bucket bucket = Bucket.create("web");
                Bucket releases = Bucket.create("releases")) {
            deployTo(bucket.s3());
            settings.put("RELEASES", releases.s3());
            settings.put("RELEASES_KEPT", "3");
            // Whether the page works is not asked here.
            settings.put("SMOKE", smokeThatOnlyLists());
            Shell shell = shell();
            for (String version : List.of("1.0", "1.1", "1.2", "1.3")) {
                build(shell, version, "ci/keep-release.sh production " + version + " && sleep 1");
            }

            assertThat(releases.keys()).hasSize(3).noneMatch(key -> key.endsWith("-1.0.zip"));
            assertThat(shell.run("ci/roll-back.sh production"))
                    .as(shell.output())
                    .isZero();
            assertThat(bucket.get("/").text()).isEqualTo("<p>1.2</p>");
            assertThat(shell.run("ci/roll-back.sh production 1.1"))
                    .as(shell.output())
                    .isZero();
            assertThat(bucket.get("/").text()).isEqualTo("<p>1.1</p>");
            assertThat(shell.run("ci/roll-back.sh production 1.0")).isEqualTo(2);
            assertThat(shell.output())
                    .contains("expected a release that is kept")
                    .contains("-1.3.zip");
        }
    }

    @Test
    void goesNeverBackToWhatWasRolledBackFrom() throws IOException, InterruptedException {
        try (Bucket bucket = Bucket.create("web");
                Bucket releases = Bucket.create("releases")) {
            deployTo(bucket.s3());
            settings.put("RELEASES", releases.s3());
            settings.put("SMOKE", smokeThatOnlyLists());
            Shell shell = shell();
            build(shell, "1.0", "ci/keep-release.sh production 1.0 && sleep 1");
            build(shell, "1.1", "ci/keep-release.sh production 1.1");
            // The same files, packed another time: what is live now, and not what was before.
            build(shell, "1.1", "ci/roll-back.sh production");
            assertThat(bucket.get("/").text()).isEqualTo("<p>1.0</p>");

            build(shell, "1.2", "ci/upload.sh production && ci/roll-back.sh production");

            assertThat(bucket.get("/").text()).isEqualTo("<p>1.0</p>");
            assertThat(releases.keys())
                    .hasSize(2)
                    .anyMatch(key -> key.matches("production/rolled-back/[^/]+-1\\.1\\.zip"));
        }
    }

    private void build(Shell shell, String version, String then) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("site/index.html"), "<p>" + version + "</p>");
        assertThat(shell.run("ci/build-package.sh && " + then))
                .as(shell.output())
                .isZero();
    }

    @Test
    void rollsNothingBackWhereNoReleaseWasKeptWhateverElseLiesThere() throws IOException, InterruptedException {
        try (Bucket bucket = Bucket.create("web");
                Bucket releases = Bucket.create("releases")) {
            releases.put("production.zip.bak", new byte[] {1}, Map.of());
            releases.put("production/20250101T000000Z.zip.bak", new byte[] {1}, Map.of());
            deployTo(bucket.s3());
            settings.put("RELEASES", releases.s3());
            Shell shell = shell();

            assertThat(shell.run("ci/roll-back.sh production")).isEqualTo(1);
            assertThat(shell.output()).contains("cannot roll production back").contains("its first release");
            assertThat(bucket.keys()).isEmpty();
        }
    }

    private String smokeThatOnlyLists() throws IOException {
        Path smoke = directory.resolve("smoke");
        Files.writeString(
                smoke,
                "#!/bin/sh\n[ \"$1\" != list ] || exec '%s' \"$@\"\n"
                        .formatted(Path.of("smoke").toAbsolutePath()));
        assertThat(smoke.toFile().setExecutable(true)).isTrue();
        return smoke.toString();
    }

    @Test
    void doesNotTakeAStoreThatFailsForOneThatIsEmpty() throws IOException, InterruptedException {
        deployTo("s3://web");
        settings.put("RELEASES", "s3://no-such-bucket");
        Shell shell = shell();

        assertThat(shell.run("ci/roll-back.sh production")).isEqualTo(1);
        assertThat(shell.output()).contains("cannot look for s3://no-such-bucket/production/");
    }

    @Test
    void refusesToUploadWithoutAPlace() throws IOException, InterruptedException {
        Shell shell = shell();

        assertThat(shell.run("ci/build-package.sh && ci/upload.sh staging")).isEqualTo(2);
        assertThat(shell.output())
                .contains("expected s3://BUCKET or s3://BUCKET/PREFIX")
                .contains("got ''");
    }

    @Test
    void refusesToGoOnWithoutAPackage() throws IOException, InterruptedException {
        Shell shell = shell();

        assertThat(List.of(
                        shell.run("ci/check-package.sh"),
                        shell.run("ci/upload.sh staging"),
                        shell.run("ci/smoke.sh staging"),
                        shell.run("ci/keep-release.sh production")))
                .containsOnly(2);
        assertThat(shell.output()).contains("run ci/build-package.sh, or name one with PACKAGE");
    }

    @Test
    void refusesToPackWhatWasNotBuilt() throws IOException, InterruptedException {
        settings.put("SITE", directory.resolve("nowhere").toString());
        Shell shell = shell();

        assertThat(shell.run("ci/build-package.sh")).isEqualTo(2);
        assertThat(shell.output()).contains("expected the built page in SITE");
    }

    @Test
    void explainsItselfWithHelp() throws IOException, InterruptedException {
        Shell shell = shell();

        assertThat(shell.run("for script in ci/[!s]*.sh ci/smoke.sh; do $script --help || exit; done"))
                .isZero();
        assertThat(shell.output().lines().filter(line -> line.startsWith("usage: ci/")))
                .hasSize(7);
        assertThat(shell.output()).doesNotContain("set -eu");
    }

    /** And does nothing: that an option is no environment is seen as well. */
    @Test
    void explainsItselfWhereverItIsCalledFrom() throws IOException, InterruptedException {
        Shell shell = shell();

        assertThat(shell.run("cd ci && sh ./upload.sh --help && sh build.sh --help"))
                .isZero();
        assertThat(shell.output()).contains("usage: ci/upload.sh", "usage: ci/build.sh");
        assertThat(shell.run("ci/upload.sh --halp")).isEqualTo(2);
        assertThat(shell.output()).contains("expected the name of an environment");
    }

    /** Deploys with the real client, and notes each upload that it is asked for. */
    private void deployTo(String place) throws IOException {
        Path client = directory.resolve("client");
        Files.writeString(
                client,
                "#!/bin/sh\ncase \"$*\" in *--recursive*) echo \"$*\" >>'%s/client.log' ;; esac\nexec '%s' \"$@\"\n"
                        .formatted(directory, Tool.AWS.require()));
        assertThat(client.toFile().setExecutable(true)).isTrue();
        settings.put("S3_CLIENT", client.toString());
        settings.put("STAGING_UPLOAD_TO", place);
        settings.put("PRODUCTION_UPLOAD_TO", place);
        settings.putAll(Deployment.store());
    }

    private Shell shell() {
        return new Shell(settings, directory.resolve("log"));
    }
}
