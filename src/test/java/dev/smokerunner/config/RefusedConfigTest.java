package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code config/refused} is refused with exactly the problems in the text file beside it; {@code
 * -Dgolden.update} writes them anew.
 */
class RefusedConfigTest {
    private static final Path CONFIGS = Path.of("src/test/resources/config/refused");

    private static final Map<String, String> VARIABLES = Map.of(
            "SITE", "https://www.example.com/",
            "NESTED", "${SITE}",
            "SHORT", "abc",
            "NO_COLON", "correct-horse",
            "LOGIN", "staple:battery",
            "TWO_WORDS", "correct horse; battery");

    @ParameterizedTest
    @MethodSource("configs")
    void saysEverythingThatIsWrong(String name) throws IOException {
        ConfigFile config = new ConfigFile(
                CONFIGS.resolve(name + ".yaml"), variable -> Optional.ofNullable(VARIABLES.get(variable)));

        ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> config.plan(Selection.DEFAULT));

        assertThat(refusal).as("the config is taken").isNotNull();
        assertThat(told(refusal)).isEqualTo(golden(name, told(refusal)));
    }

    static List<String> configs() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String told(ConfigException refusal) {
        return refusal.problems().stream()
                .map(problem -> problem.toString()
                        .replace(CONFIGS.toAbsolutePath() + "/", "")
                        .replace(CONFIGS + "/", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String golden(String name, String told) {
        Path file = CONFIGS.resolve(name + ".txt");
        try {
            if (System.getProperty("golden.update") != null) {
                Files.writeString(file, told);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("run with -Dgolden.update to write it", e);
        }
    }
}
