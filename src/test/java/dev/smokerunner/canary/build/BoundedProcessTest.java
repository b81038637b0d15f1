package dev.smokerunner.canary.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class BoundedProcessTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1 << 20, 8 << 20);

    @TempDir
    private Path folder;

    @BeforeEach
    void makesTheFolderForTemporaryFiles() throws Exception {
        Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void saysHowItEndedAndWhatItPrinted() throws Exception {
        Ending ending = run(Sandbox.NONE, LIMITS, "echo out; echo err >&2; exit 7");

        assertThat(ending.reason()).isEqualTo(Ending.Reason.EXITED);
        assertThat(ending.exitCode()).isEqualTo(7);
        assertThat(ending.output()).isEqualTo("out\nerr\n");
        assertThat(ending.isSuccess()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWhatRunsTooLong(boolean held) throws Exception {
        Ending ending = run(sandbox(held), LIMITS.lasting(Duration.ofMillis(300)), "sleep 60");

        assertThat(ending.reason()).isEqualTo(Ending.Reason.TIME);
        assertThat(ending.took()).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWhatPrintsTooMuchAndKeepsTheEnd(boolean held) throws Exception {
        Ending ending = run(sandbox(held), LIMITS, "yes 1234567");

        assertThat(ending.reason()).isEqualTo(Ending.Reason.OUTPUT);
        assertThat(ending.output()).hasSizeLessThanOrEqualTo(16 << 10).contains("1234567");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWhatFillsTheDisk(boolean held) throws Exception {
        Ending ending = run(
                sandbox(held),
                LIMITS,
                "i=0; while :; do head -c 2000000 /dev/zero > " + folder + "/f$i; i=$((i+1)); done");

        assertThat(ending.reason()).isEqualTo(Ending.Reason.DISK);
        assertThat(DiskWatch.size(folder)).isLessThan(1L << 30);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoDaemon(boolean held) throws Exception {
        run(sandbox(held), LIMITS, "(setsid sleep 61.5 >/dev/null 2>&1 &) ; exit 0");

        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 61.5")))
                .isEmpty();
    }

    @Test
    void givesItNothingOfOurEnvironment() throws Exception {
        Ending ending = run(Sandbox.NONE, LIMITS, "env");

        assertThat(ending.output().lines().map(line -> line.replaceAll("=.*", "")))
                .contains("PATH", Family.MARK)
                .isSubsetOf("PATH", "PWD", "OLDPWD", "SHLVL", Family.MARK, "_");
    }

    @Test
    void aSandboxHasNoNetworkNoHomeAndWritesNowhereElse() throws Exception {
        Path outside = Files.createTempFile("smoke-canary-outside", "");

        Ending ending = run(
                sandbox(true),
                LIMITS,
                "ls /root /home; cat " + outside + "; touch /usr/here; touch in-the-folder; cat /proc/net/dev | wc -l");

        assertThat(Files.exists(folder.resolve("in-the-folder"))).isTrue();
        assertThat(ending.output())
                .contains("'/root'", "'/home'", outside.toString(), "/usr/here': Read-only file system", "3\n");
        Files.delete(outside);
    }

    private Ending run(Sandbox sandbox, Limits limits, String script) throws Exception {
        return new BoundedProcess(folder, sandbox, limits)
                .run(new Command(List.of("sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin")));
    }

    private static Sandbox sandbox(boolean held) throws Exception {
        if (!held) {
            return Sandbox.NONE;
        }
        Tool.BWRAP.require();
        return Bubblewrap.find(List.of()).orElseThrow();
    }
}
