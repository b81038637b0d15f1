package dev.smokerunner.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every YAML block of the documentation is a config that can be read, or a part of one. One that is something else says so behind its
 * fence: {@code yaml of Kubernetes}.
 */
class DocumentedConfigsTest {

    @TestFactory
    Stream<DynamicTest> canBeRead() {
        return CodeBlock.all().stream()
                .filter(block ->
                        block.language().equals("yaml") && block.remark().isEmpty())
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> read(block)));
    }

    @TestFactory
    Stream<DynamicTest> elseSayWhatTheyAre() {
        return CodeBlock.all().stream()
                .filter(block ->
                        block.language().equals("yaml") && !block.remark().isEmpty())
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> {
                    assertThat(block.remark()).matches("of (a pipeline|Kubernetes|GitHub Actions|GitLab CI)");
                    assertThat(YAMLMapper.shared().readTree(block.text()).isContainer())
                            .isTrue();
                }));
    }

    private static void read(CodeBlock block) throws ConfigException {
        JsonNode tree = YAMLMapper.shared().readTree(block.text());
        String name = tree.has("name") ? "" : "name: part\n";
        String place = tree.has("environments") ? "" : "environments: {production: {url: https://www.example.com/}}\n";
        Selection selection = new Selection(
                Optional.of(
                        tree.has("environments")
                                ? tree.get("environments").propertyNames().stream()
                                        .reduce((first, last) -> last)
                                        .orElseThrow()
                                : "production"),
                Optional.empty(),
                RunOptions.DEFAULT);

        assertThat(new ConfigFile(Path.of("smoke-configs/part.yaml"), DocumentedConfigsTest::value)
                        .plan(name + place + block.text(), selection)
                        .pages())
                .isNotEmpty();
    }

    /** What fits where a variable is used: an address where its name says so, else what credentials may be. */
    private static Optional<String> value(String variable) {
        return Optional.of(variable.endsWith("_URL") ? "https://hooks.example.com/one" : "user:value");
    }
}
