package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void areNamedLikeTheirClasses() {
        assertThat(Checks.all()).allSatisfy(check -> assertThat(check.name())
                .isEqualTo(check.getClass()
                        .getSimpleName()
                        .replaceAll("Check$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)));
    }

    @Test
    void beginWithTheOneThatAllOthersWaitFor() {
        assertThat(Checks.all().get(0).name()).isEqualTo("page-status");
    }

    @Test
    void areThereOnce() {
        assertThat(Checks.all()).extracting(Check::name).doesNotHaveDuplicates().hasSize(23);
    }

    @Test
    void haveARowInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Checks.all()).allSatisfy(check -> assertThat(readme).contains("| `" + check.name() + "` |"));
    }

    @Test
    void haveAGoldenCaseThatTheyFindSomethingIn() throws IOException {
        List<String> printed;
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/cases"))) {
            printed = cases.map(ChecksTest::expected).toList();
        }

        assertThat(Checks.all()).allSatisfy(check -> assertThat(printed)
                .as(check.name())
                .anyMatch(text -> text.matches("(?s).*\n(FAILED|note) +" + check.name() + " .*")));
    }

    private static String expected(Path golden) {
        try {
            return Files.readString(golden.resolve("expected.txt"));
        } catch (IOException e) {
            throw new AssertionError("no expected text in " + golden, e);
        }
    }
}
