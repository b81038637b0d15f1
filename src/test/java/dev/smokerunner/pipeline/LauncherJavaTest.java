package dev.smokerunner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher takes; it is that of an archive, so that nothing is built. Each Java here says its own name. */
@DisabledOnOs(OS.WINDOWS)
class LauncherJavaTest {
    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private Path machine;
    private Path archive;

    @BeforeEach
    void unpackAnArchiveOnAMachineWithoutJava() throws IOException {
        archive = Files.createDirectories(directory.resolve("smoke runner"));
        Files.createDirectories(archive.resolve("bin"));
        Files.copy(Path.of("smoke"), archive.resolve("bin/smoke"));
        Files.createDirectories(archive.resolve("lib"));
        Files.createFile(archive.resolve("lib/smoke-runner.jar"));
        machine = Files.createDirectory(directory.resolve("machine"));
        Path programs = Files.createDirectory(directory.resolve("programs"));
        for (String program : new String[] {"dirname", "readlink"}) {
            Path real = Path.of("/usr/bin", program);
            Files.createSymbolicLink(programs.resolve(program), real);
        }
        environment.put("PATH", programs.toString());
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("SMOKE_JAVA_PLACES", machine.toString());
    }

    @Test
    void takesTheNewestOfAllPlaces() throws IOException, InterruptedException {
        java("machine/usr/lib/jvm/java-17", "17.0.15+6");
        java("machine/opt/jdk-25", "25.0.3+9-LTS");
        java("home/.sdkman/candidates/java/21.0.4-tem", "21.0.4+7");

        assertThat(smoke("run")).isEqualTo("25.0.3+9-LTS\n");
    }

    @Test
    void findsThoseOfAMac() throws IOException, InterruptedException {
        java("machine/Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home", "21.0.4+7");
        java("machine/opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home", "24.0.1");

        assertThat(smoke("run")).isEqualTo("24.0.1\n");
    }

    @Test
    void takesTheLaterUpdateAsANumber() throws IOException, InterruptedException {
        java("machine/usr/lib/jvm/a", "21.0.9+10");
        java("machine/usr/lib/jvm/b", "21.0.10+7");

        assertThat(smoke("run")).isEqualTo("21.0.10+7\n");
    }

    @Test
    void passesOverWhatIsTooOldOrNotOutYet() throws IOException, InterruptedException {
        java("machine/usr/lib/jvm/a", "1.8.0_402-b06");
        java("machine/usr/lib/jvm/b", "27-ea+10");
        java("machine/usr/lib/jvm/c", "11.0.22+7");

        assertThat(smoke("run")).contains("no Java found").contains("exit 2");
    }

    @Test
    void letsJavaHomeWinAndSmokeJavaWinOverThat() throws IOException, InterruptedException {
        java("machine/usr/lib/jvm/new", "25.0.3+9");
        environment.put("JAVA_HOME", java("my jdk", "17.0.1+12").toString());
        assertThat(smoke("run")).isEqualTo("17.0.1+12\n");

        environment.put("SMOKE_JAVA", java("other jdk", "21.0.2+13").toString());
        assertThat(smoke("run")).isEqualTo("21.0.2+13\n");

        environment.put("SMOKE_JAVA", directory.resolve("other jdk/bin/java").toString());
        assertThat(smoke("run")).isEqualTo("21.0.2+13\n");
    }

    @Test
    void looksFurtherWhereJavaHomeIsTooOld() throws IOException, InterruptedException {
        java("machine/usr/lib/jvm/new", "25.0.3+9");
        environment.put("JAVA_HOME", java("old jdk", "11.0.22+7").toString());

        assertThat(smoke("run"))
                .isEqualTo("smoke: JAVA_HOME is Java 11.0.22+7, which is too old: looking for 17 or newer\n25.0.3+9\n");
    }

    @Test
    void refusesASmokeJavaThatCannotBeUsed() throws IOException, InterruptedException {
        environment.put("SMOKE_JAVA", java("old jdk", "11.0.22+7").toString());
        assertThat(smoke("run")).contains("SMOKE_JAVA: expected a java program").contains("exit 2");

        environment.put("SMOKE_JAVA", directory.resolve("nowhere").toString());
        assertThat(smoke("run")).contains("SMOKE_JAVA: expected a java program").contains("exit 2");
    }

    @Test
    void takesWhatCameAlongEvenWhereJavaHomeIsSet() throws IOException, InterruptedException {
        java("smoke runner/runtime", "25.0.3");
        environment.put("JAVA_HOME", java("my jdk", "26.0.1+1").toString());

        assertThat(smoke("run")).isEqualTo("25.0.3\n");
    }

    @Test
    void takesTheOneOnPathThatDoesNotSayWhatItIsWhereThereIsNoOther() throws IOException, InterruptedException {
        Path shim = Files.createDirectories(directory.resolve("shims"));
        program(shim.resolve("java"), "shim");
        environment.put("PATH", environment.get("PATH") + ":" + shim);
        assertThat(smoke("run")).isEqualTo("shim\n");

        java("machine/usr/lib/jvm/known", "17.0.15+6");
        assertThat(smoke("run")).isEqualTo("17.0.15+6\n");
    }

    @Test
    void saysWhichAndWhyIfAsked() throws IOException, InterruptedException {
        Path newest = java("machine/usr/lib/jvm/b", "25.0.3+9");
        java("machine/usr/lib/jvm/a", "17.0.15+6");

        assertThat(smoke("run", "-v"))
                .isEqualTo("smoke: Java 25.0.3+9, " + newest + ": the newest of 2 found\n25.0.3+9\n");
    }

    private Path java(String place, String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve(place));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"me\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        program(Files.createDirectory(home.resolve("bin")).resolve("java"), version);
        return home;
    }

    private static void program(Path file, String says) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho '" + says + "'\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What it prints, and its exit code where that is not 0. */
    private String smoke(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(archive.resolve("bin/smoke").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said : said + "exit " + code;
    }
}
