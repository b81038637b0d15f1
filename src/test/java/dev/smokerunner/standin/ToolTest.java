package dev.smokerunner.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A machine without a tool skips its tests and says so; a CI server without it fails them. */
class ToolTest {
    @TempDir
    Path directory;

    @Test
    void isFoundOnThePath() throws IOException {
        Path aws = Files.createFile(directory.resolve("aws"));
        assertThat(aws.toFile().setExecutable(true)).isTrue();

        assertThat(Tool.AWS.require(Map.of("PATH", "/nowhere:" + directory))).isEqualTo(aws);
    }

    @Test
    void skipsTheTestWhereItIsMissing() {
        assertThatThrownBy(() -> Tool.AWS.require(Map.of("PATH", directory.toString())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("aws is not installed: apt-get install awscli");
    }

    @Test
    void failsTheTestWhereItIsMissingOnACiServer() {
        assertThatThrownBy(() -> Tool.AWS.require(Map.of("PATH", directory.toString(), "CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install awscli");
    }
}
