package dev.smokerunner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code smoke}, beside a jar that was just built, in a folder whose name has a blank. */
@Tag("browser")
class LauncherBrowserIT {
    @TempDir
    Path directory;

    private Path home;
    private Path archive;

    @BeforeEach
    void copyWhatIsBuilt() throws IOException {
        home = directory.resolve("smoke runner");
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target"));
        Files.copy(Path.of("smoke"), home.resolve("smoke"));
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        Files.copy(Path.of("target/smoke-runner.jar"), home.resolve("target/smoke-runner.jar"));
        archive = archiveOf(System.getProperty("java.runtime.version"));
        Path page = Files.createDirectories(directory.resolve("page"));
        Files.writeString(page.resolve("index.html"), "<!DOCTYPE html><title>Hello</title><p>Hello</p>");
    }

    @Test
    void keepsTheClassesOfTheFirstRunForTheNext() throws IOException, InterruptedException {
        smoke();
        assertThat(archive).isNotEmptyFile();
        Object made = Files.getLastModifiedTime(archive);

        assertThat(smoke()).contains("PASS").doesNotContain("warning");

        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        try (var left = Files.list(home.resolve("target"))) {
            assertThat(left).containsExactlyInAnyOrder(home.resolve("target/smoke-runner.jar"), archive);
        }
    }

    @Test
    void runsWithoutThemWhereTheyCouldNotBeMade() throws IOException, InterruptedException {
        Files.createFile(archive);

        assertThat(smoke()).contains("PASS");

        assertThat(archive).isEmptyFile();
    }

    @Test
    void keepsThemForEachJavaOnItsOwn() throws IOException, InterruptedException {
        smoke();

        assertThat(smoke(javaThatCallsItself("JAVA_RUNTIME_VERSION=\"18.0.2+9-of another\"\n")))
                .contains("PASS");
        assertThat(smoke(javaThatCallsItself("JAVA_RUNTIME_VERSION=\"18.0.2+9-other\"\n")))
                .contains("PASS");

        try (var left = Files.list(home.resolve("target"))) {
            assertThat(left)
                    .as("none for a name that could be no file's")
                    .containsExactlyInAnyOrder(
                            home.resolve("target/smoke-runner.jar"), archive, archiveOf("18.0.2+9-other"));
        }
    }

    @Test
    void keepsNoneForAJavaThatDoesNotSayWhichItIs() throws IOException, InterruptedException {
        assertThat(smoke(javaThatCallsItself("IMPLEMENTOR=\"somebody\"\n"))).contains("PASS");

        try (var left = Files.list(home.resolve("target"))) {
            assertThat(left).containsExactly(home.resolve("target/smoke-runner.jar"));
        }
    }

    @Test
    @Timeout(60)
    void leavesNothingWhereTheFirstRunIsBrokenOff() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("smoke").toString(), "run", "--target", "page")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process first = builder.start();
        while (!isNotingClasses()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }

        first.destroy();

        assertThat(first.waitFor()).isEqualTo(143);
        try (var left = Files.list(home.resolve("target"))) {
            assertThat(left).containsExactly(home.resolve("target/smoke-runner.jar"));
        }
    }

    private boolean isNotingClasses() throws IOException {
        try (var files = Files.list(home.resolve("target"))) {
            return files.anyMatch(Files::isDirectory);
        }
    }

    private Path archiveOf(String version) {
        return home.resolve("target/smoke-runner-" + version + ".jsa");
    }

    /** The home of this very Java, under another name. */
    /** A folder is left where a download broke off; asked is the launcher's own function, whatever this machine has. */
    @Test
    void takesNoEmptyFolderForABrowserThatWasFetched() throws IOException, InterruptedException {
        Path version = Files.createDirectories(directory.resolve("cache/chrome/linux64/156.0.1.1"));
        Shell shell = new Shell(
                Map.of("SE_CACHE_PATH", directory.resolve("cache").toString()), directory.resolve("fetched.log"));
        String hasFetched = "eval \"$(sed -n '/^has_fetched()/,/^}/p' smoke)\"; has_fetched chrome";
        assertThat(shell.run(hasFetched)).isEqualTo(1);

        Files.createFile(version.resolve("chrome"));
        assertThat(shell.run(hasFetched)).isEqualTo(1);

        assertThat(version.resolve("chrome").toFile().setExecutable(true)).isTrue();
        assertThat(shell.run(hasFetched)).isZero();
    }

    private Path javaThatCallsItself(String release) throws IOException {
        Path java = Files.createTempDirectory(directory, "java");
        Files.writeString(java.resolve("release"), release);
        Path program = Files.createDirectory(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private String smoke() throws IOException, InterruptedException {
        return smoke(Path.of(System.getProperty("java.home")));
    }

    private String smoke(Path java) throws IOException, InterruptedException {
        Shell shell = new Shell(Map.of("JAVA_HOME", java.toString()), Files.createTempFile(directory, "smoke", ".log"));
        int code = shell.run("cd '" + directory + "' && 'smoke runner/smoke' run --target page --output out");
        assertThat(code).as(shell.output()).isZero();
        return shell.output();
    }
}
