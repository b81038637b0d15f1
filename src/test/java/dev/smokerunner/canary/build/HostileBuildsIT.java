package dev.smokerunner.canary.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smokerunner.standin.Tool;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What third-party code may do in a build: none of it gets out, and what kept the build from its end is said. */
class HostileBuildsIT {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 8L << 20, 32L << 20);

    @TempDir
    private Path folder;

    private Path project;
    private WorkingCopies copies;

    @BeforeEach
    void opensAWorkshop() throws Exception {
        Tool.BWRAP.require();
        project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("index.html"), "<p>source");
        copies = WorkingCopies.open(project, folder, new NodePrograms(Optional.empty(), "/usr/bin:/bin"), LIMITS);
    }

    @AfterEach
    void leavesNothing() {
        copies.close();

        assertThat(folder.toFile().list()).containsExactly("project");
        assertThat(project.toFile().list()).containsExactly("index.html");
    }

    @Test
    void aBuildSeesNothingOfOurEnvironmentAndNoHome() throws Exception {
        String seen = page("env; ls /root /home /etc 2>&1; cat /proc/1/environ");

        assertThat(seen)
                .contains("HOME=" + folder.toRealPath(), "CI=true", "cannot access '/root'", "cannot access '/home'")
                .doesNotContain("shadow", "CLASSPATH", "MAVEN");
    }

    @Test
    void aBuildReachesNoServerOfThisMachine() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            String seen =
                    page("exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + " 2>&1 && echo reached; echo over");

            assertThat(seen).contains("over").doesNotContain("reached");
        }
    }

    @Test
    void aDaemonEndsWithTheBuild() throws Exception {
        page("setsid nohup sleep 63.25 >/dev/null 2>&1 &");

        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 63.25")))
                .isEmpty();
    }

    @Test
    void aGigabyteOfOutputEndsTheBuild() {
        BuildTrouble trouble = trouble("head -c 1000000000 /dev/zero");

        assertThat(trouble.kind()).isEqualTo(BuildTrouble.Kind.BUILD_PRINTS_TOO_MUCH);
        assertThat(trouble).hasMessageStartingWith("build printed more than 8388608 bytes");
    }

    @Test
    void aBuildThatFillsTheDiskIsEnded() {
        BuildTrouble trouble = trouble("for i in $(seq 1 1000); do head -c 4000000 /dev/zero > f$i; done");

        assertThat(trouble.kind()).isEqualTo(BuildTrouble.Kind.BUILD_FILLS_THE_DISK);
    }

    @Test
    void oneFileMayNotFillTheDisk() {
        BuildTrouble trouble = trouble("cat /dev/zero > f || echo too large; exit 4");

        assertThat(trouble.kind()).isIn(BuildTrouble.Kind.BUILD_FAILS, BuildTrouble.Kind.BUILD_FILLS_THE_DISK);
    }

    @Test
    void aLinkOutOfTheCopyIsNoOutput() throws Exception {
        Path secret = Files.writeString(
                Files.createDirectory(folder.resolve("secret")).resolve("index.html"), "secret");

        BuildTrouble trouble = catchThrowableOfType(
                BuildTrouble.class,
                () -> build("rm -rf out; ln -s " + secret.getParent() + " out", Optional.of("out")));

        assertThat(trouble.kind()).isEqualTo(BuildTrouble.Kind.BUILD_FAILS);
        Files.delete(secret);
        Files.delete(secret.getParent());
    }

    private String page(String script) throws Exception {
        Built built = build(
                "mkdir out; bash -c '" + script.replace("'", "'\\''") + "' > out/index.html 2>&1 || true",
                Optional.empty());
        return Files.readString(built.output().resolve("index.html"));
    }

    private BuildTrouble trouble(String script) {
        return catchThrowableOfType(BuildTrouble.class, () -> build(script, Optional.empty()));
    }

    private Built build(String script, Optional<String> output) throws Exception {
        Path copy = copies.copy();
        try {
            return copies.build(copy, new BuildSteps(script, Optional.empty(), output));
        } finally {
            copies.remove(copy);
        }
    }
}
