package dev.smokerunner.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The production code must not know the zoo: a rule that is written for a case proves nothing about others. */
class ZooSecretsTest {
    private static final Path PRODUCTION = Path.of("src/main");
    private static final Pattern TELLING_NAME = Pattern.compile(".*[-.][0-9A-Za-z_]{8}\\.\\w+");

    @Test
    void namesOfCasesAreUnknownToTheProductionCode() throws IOException {
        String code = text(PRODUCTION);

        assertThat(ZooFile.allCases()).extracting(ZooCase::name).noneMatch(code::contains);
    }

    @Test
    void sentencesOfCasesAreUnknownToTheProductionCode() throws IOException {
        String code = text(PRODUCTION);

        assertThat(ZooFile.allCases()).extracting(ZooCase::what).noneMatch(code::contains);
    }

    @Test
    void filesOfSitesAreUnknownToTheProductionCode() throws IOException {
        String code = text(PRODUCTION);
        List<String> names;
        try (Stream<Path> files = Files.walk(ZooFile.DIRECTORY.resolve("sites"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> TELLING_NAME.matcher(name).matches())
                    .toList();
        }

        assertThat(names).isNotEmpty().noneMatch(code::contains);
    }

    @Test
    void namesOfCasesAreUnique() throws IOException {
        assertThat(ZooFile.allCases()).extracting(ZooCase::name).doesNotHaveDuplicates();
    }

    @Test
    void knownMissesAreCases() throws IOException {
        assertThat(ZooFile.allCases())
                .extracting(ZooCase::name)
                .containsAll(KnownMisses.read().names());
    }

    private static String text(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ZooSecretsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
