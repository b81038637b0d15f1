package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the command line against small sites in a real browser and compares all that it prints. {@code -Dgolden.update}
 * writes the expected texts anew; the diff is then for a person to read.
 */
class GoldenCasesBrowserIT {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    @TempDir
    private Path reports;

    static Stream<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatIsExpected(GoldenCase golden) throws IOException {
        String printed = golden.run(reports);

        if (UPDATE) {
            Files.writeString(golden.expected(), printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden.expected()));
    }
}
