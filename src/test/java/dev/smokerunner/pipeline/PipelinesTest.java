package dev.smokerunner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The same pipeline for every CI server. */
class PipelinesTest {
    private static final Pattern CALL = Pattern.compile("ci/[a-z-]+\\.sh(?: (?:staging|production))?");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml[^\n]*\n(.*?)```");

    private static final List<String> FROM_SOURCE_TO_PRODUCTION = List.of(
            "ci/build.sh",
            "ci/build-package.sh",
            "ci/check-package.sh",
            "ci/upload.sh staging",
            "ci/smoke.sh staging",
            "ci/upload.sh production",
            "ci/smoke.sh production",
            "ci/roll-back.sh production",
            "ci/keep-release.sh production");

    @Test
    void isInTheJenkinsfile() throws IOException {
        List<String> commands = Jenkinsfile.read(Path.of("Jenkinsfile")).steps().stream()
                .map(Jenkinsfile.Step::command)
                .toList();

        assertThat(commands).containsExactlyElementsOf(FROM_SOURCE_TO_PRODUCTION);
    }

    @Test
    void rollsProductionBackInJenkinsWhenProductionFailsAndOnlyThen() throws IOException {
        List<Jenkinsfile.Step> steps = Jenkinsfile.read(Path.of("Jenkinsfile")).steps();
        Jenkinsfile.Step rollBack =
                steps.stream().filter(Jenkinsfile.Step::isRecovery).findFirst().orElseThrow();

        assertThat(steps.stream().filter(rollBack::recovers).map(Jenkinsfile.Step::command))
                .containsExactly("ci/upload.sh production", "ci/smoke.sh production", "ci/roll-back.sh production");
    }

    @TestFactory
    Stream<DynamicTest> isInTheDocsForOtherServers() throws IOException {
        List<String> files = YAML.matcher(Files.readString(Path.of("docs/pipelines.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(files).hasSize(2);

        return files.stream()
                .map(file -> DynamicTest.dynamicTest(firstLine(file), () -> {
                    JsonNode tree = YAMLMapper.shared().readTree(file);

                    assertThat(tree.isObject()).isTrue();
                    assertThat(CALL.matcher(file).results().map(MatchResult::group))
                            .containsExactlyElementsOf(FROM_SOURCE_TO_PRODUCTION);
                }));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElseThrow();
    }
}
