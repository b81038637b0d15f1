package dev.smokerunner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the Jenkinsfile, run in its order against a real store and real CDNs. */
class JenkinsfileBrowserIT {
    private static final Path HEALTHY = Path.of("smoke-configs/demo/healthy");
    private static final Path BROKEN = Path.of("smoke-configs/demo/broken");

    /** Works as it is, and becomes one long comment where somebody joins its lines. */
    private static final String SCRIPT_WITH_COMMENT = """
            <script>
              // The form's script asks for it.
              document.documentElement.dataset.release = '2.5';
            </script>
            """;

    private static final String RELEASE = "document.documentElement.dataset.release";

    @TempDir
    Path directory;

    @AutoClose
    private Deployment deployment;

    @BeforeEach
    void open() throws IOException {
        deployment = new Deployment(directory);
    }

    @Test
    void bringsAHealthyReleaseToProductionAndKeepsIt() throws IOException, InterruptedException {
        PipelineRun run = run(HEALTHY);

        assertThat(run.commands())
                .as(run.output())
                .containsExactly(
                        "ci/build-package.sh: 0",
                        "ci/check-package.sh: 0",
                        "ci/upload.sh staging: 0",
                        "ci/smoke.sh staging: 0",
                        "ci/upload.sh production: 0",
                        "ci/smoke.sh production: 0",
                        "ci/keep-release.sh production: 0");
        assertThat(deployment.releases.keys())
                .singleElement()
                .asString()
                .matches("signup/production/\\d{8}T\\d{6}Z\\.zip");
        Answer script = deployment.productionBucket.get("/js/start-c03f5a.js");
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("max-age=31536000, immutable");
        Answer page = deployment.productionBucket.get("/index.html");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("max-age=60");
    }

    @Test
    void stopsAPageThatABuildToolBrokeBeforeAnythingIsUploaded() throws IOException, InterruptedException {
        PipelineRun run = run(BROKEN);

        assertThat(run.commands()).as(run.output()).containsExactly("ci/build-package.sh: 0", "ci/check-package.sh: 1");
        assertThat(run.output()).contains("script-tag").contains("form#signup");
        assertThat(deployment.stagingBucket.keys()).isEmpty();
    }

    @Test
    void rollsBackAReleaseThatOnlyProductionsCdnBreaks() throws IOException, InterruptedException {
        deployment.productionBucket.upload(HEALTHY);
        deployment.releases.put("signup/production/20250101T000000Z.zip", zip(HEALTHY), Map.of());

        PipelineRun run = run(releaseWithAComment());

        assertThat(run.commands())
                .as(run.output())
                .containsExactly(
                        "ci/build-package.sh: 0",
                        "ci/check-package.sh: 0",
                        "ci/upload.sh staging: 0",
                        "ci/smoke.sh staging: 0",
                        "ci/upload.sh production: 0",
                        "ci/smoke.sh production: 1",
                        "ci/roll-back.sh production: 0");
        assertThat(run.output()).contains("production works again, with the package before");
        assertThat(deployment.production.get("/").text()).contains("version 2.4");
        assertThat(deployment.stagingBucket.get("/").text()).contains("version 2.5");
    }

    private PipelineRun run(Path site) throws IOException, InterruptedException {
        Shell shell = new Shell(deployment.settings(site), directory.resolve("log"));
        return PipelineRun.of(Jenkinsfile.read(Path.of("Jenkinsfile")), shell);
    }

    private byte[] zip(Path site) throws IOException, InterruptedException {
        Shell shell = new Shell(deployment.settings(site), directory.resolve("log-of-release-before"));
        assertThat(shell.run("ci/build-package.sh")).as(shell.output()).isZero();
        return Files.readAllBytes(Path.of(shell.environment().get("PACKAGE")));
    }

    /** The healthy release's successor: its form needs what a script in the page sets. */
    private Path releaseWithAComment() throws IOException {
        Path release = Files.createDirectories(directory.resolve("release-2.5"));
        Files.createDirectories(release.resolve("js"));
        Files.createDirectories(release.resolve("css"));
        Files.copy(HEALTHY.resolve("css/page-5d1c20.css"), release.resolve("css/page-5d1c20.css"));
        Files.copy(HEALTHY.resolve("js/start-c03f5a.js"), release.resolve("js/start-c03f5a.js"));
        Files.writeString(
                release.resolve("js/signup-25c0de.js"),
                Files.readString(HEALTHY.resolve("js/signup-9b71e4.js"))
                        .replace("(function () {", "(function () {\n  var release = " + RELEASE + ".trim();"));
        Files.writeString(
                release.resolve("index.html"),
                Files.readString(HEALTHY.resolve("index.html"))
                        .replace("js/signup-9b71e4.js", "js/signup-25c0de.js")
                        .replace("version 2.4</footer>", "version 2.5</footer>\n" + SCRIPT_WITH_COMMENT));
        return release;
    }
}
