package dev.smokerunner.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ShortProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void tellsWhatItSaidAndHowItEnded() throws IOException, InterruptedException {
        assertThat(ShortProgram.run(shell("cat; echo no >&2; exit 3").redirectErrorStream(true), "yes\n", LONG, 100))
                .isEqualTo(new ShortProgram.Ending(3, "yes\nno\n"));
    }

    /** It neither ends nor closes its output, and what it started does not either. */
    @Test
    void endsWhatHangsWithAllThatItStarted() throws IOException, InterruptedException {
        long start = System.nanoTime();

        ShortProgram.Ending ending = ShortProgram.run(shell("echo once; sleep 300; echo twice"), "", SHORT, 100);

        assertThat(ending.code()).isNotZero();
        assertThat(ending.said()).isEqualTo("once\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    @Test
    void keepsNoMoreThanItShould() throws IOException, InterruptedException {
        ShortProgram.Ending ending = ShortProgram.run(new ProcessBuilder("yes"), "", LONG, 10);

        assertThat(ending.said()).isEqualTo("y\ny\ny\ny\ny\n");
        assertThat(ending.code()).isNotZero();
    }

    @Test
    void saysThatItIsNotThere() {
        assertThatThrownBy(() -> ShortProgram.run(new ProcessBuilder("no-such-program"), "", LONG, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program");
    }

    private static ProcessBuilder shell(String command) {
        return new ProcessBuilder("sh", "-c", command);
    }
}
