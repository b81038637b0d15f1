package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.standin.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    /** Bash is on every machine that builds. */
    @ParameterizedTest
    @CsvSource({"bash,-n", "zsh,-n", "fish,--no-execute"})
    void theShellCanReadIt(String shell, String readsOnly) throws Exception {
        if (!shell.equals("bash")) {
            Tool.valueOf(shell.toUpperCase(Locale.ROOT)).require();
        }
        Path script = Files.writeString(folder.resolve("script"), script(shell));

        assertThat(run(shell, readsOnly, script.toString())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"bash", "zsh", "fish"})
    void commandsAndOptionsAreInIt(String shell) {
        assertThat(script(shell))
                .contains("doctor", "explain", "fail-on", "dry-run")
                .doesNotContain("smoke list");
    }

    @Test
    void bashCompletesAnOption() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), script("bash") + """

                        COMP_WORDS=(smoke run --fail); COMP_CWORD=2
                        _complete_smoke 2>/dev/null
                        [ "${COMPREPLY[*]}" = --fail-on ]
                        """);

        assertThat(run("bash", script.toString())).isZero();
    }

    @Test
    void anotherShellIsAUsageError() {
        assertThat(Call.smoke(new StubApplication(), "completion", "tcsh").code())
                .isEqualTo(2);
    }

    private static String script(String shell) {
        return Call.smoke(new StubApplication(), "completion", shell).out();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
