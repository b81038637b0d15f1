package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.explain.CheckExplanation;
import dev.smokerunner.explain.Explanations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What an explanation shows of a config can be copied. */
class ExplainedExamplesTest {
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final YAMLMapper MAPPER = new YAMLMapper();

    @TestFactory
    List<DynamicTest> areConfigs() {
        List<DynamicTest> tests = new ArrayList<>();
        for (CheckExplanation one : Explanations.load().all()) {
            Matcher example = YAML.matcher(one.sections().getOrDefault("Example", ""));
            while (example.find()) {
                String yaml = example.group(1);
                tests.add(DynamicTest.dynamicTest(one.check(), () -> assertFits(yaml)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests;
    }

    private static void assertFits(String yaml) {
        ObjectNode root = (ObjectNode) MAPPER.readTree(yaml);
        root.put("name", "signup");
        if (!root.has("environments")) {
            root.set("environments", MAPPER.readTree("live: {url: \"https://www.example.com/\"}"));
        }
        Problems problems = new Problems("example", new ValuePositions());

        ConfigSchema.check(root, problems);

        assertThat(problems.hasWithin(JsonPointer.empty())).as(yaml).isFalse();
    }
}
