package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Config files that cannot be read at all, or that would cost too much. */
class UnreadableConfigTest {
    private static final String MINIMAL =
            "name: signup\nenvironments:\n  production:\n    url: https://www.example.com/signup/\n";

    @TempDir
    private Path temp;

    @Test
    @Timeout(5)
    void refusesALargeFileBeforeItIsParsed() throws IOException {
        ConfigFile config = new ConfigFile(
                write((MINIMAL + "#".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8)), name -> Optional.empty());

        ConfigException refusal = refusal(config, Selection.DEFAULT);

        assertThat(refusal).hasMessage(config.file() + ": expected a config of at most 1 MiB, got a larger file");
    }

    @Test
    @Timeout(5)
    void refusesAnAliasBombWithoutFollowingIt() throws IOException {
        StringBuilder bomb = new StringBuilder(MINIMAL + "pages: [&a0 {path: x}");
        for (int i = 1; i < 48; i++) {
            bomb.append(", &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]");
        }

        ConfigException refusal = refusal(config(bomb.append("]\n").toString()), Selection.DEFAULT);

        assertThat(refusal.problems())
                .extracting(Problem::message)
                .contains("expected the value itself, got the alias \"*a46\"");
    }

    @Test
    void refusesAnotherEncodingWithTheLine() throws IOException {
        ConfigFile config = new ConfigFile(
                write("name: signup\nowner: J\u00fcrgen\n".getBytes(StandardCharsets.ISO_8859_1)),
                name -> Optional.empty());

        ConfigException refusal = refusal(config, Selection.DEFAULT);

        assertThat(refusal).hasMessage(config.file() + ":2:9: expected UTF-8 text, got bytes of another encoding");
    }

    @Test
    void refusesUtf16() throws IOException {
        ConfigFile config = new ConfigFile(write(MINIMAL.getBytes(StandardCharsets.UTF_16)), name -> Optional.empty());

        ConfigException refusal = refusal(config, Selection.DEFAULT);

        assertThat(refusal).hasMessage(config.file() + ":1:1: expected UTF-8 text, got bytes of another encoding");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        ConfigFile config = new ConfigFile(temp.resolve("nowhere.yaml"), name -> Optional.empty());

        ConfigException refusal = refusal(config, Selection.DEFAULT);

        assertThat(refusal).hasMessage(config.file() + ": expected a config file, got nothing: there is no such file");
    }

    private ConfigFile config(String text) throws IOException {
        return new ConfigFile(write(text.getBytes(StandardCharsets.UTF_8)), name -> Optional.empty());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("smoke.yaml"), bytes);
    }

    private static ConfigException refusal(ConfigFile config, Selection selection) {
        return assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.plan(selection))
                .actual();
    }
}
