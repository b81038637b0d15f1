package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds in step what is made of the schema: the file that editors read beside the configs, and the table of the documentation.
 * With {@code -Ddocs.update} both are written anew. {@code ConfigSchemaTest} holds the schema in step with what is read.
 */
class ConfigPageTest {
    private static final Path PAGE = Path.of("docs/config.md");
    private static final Path CONFIGS = Path.of("smoke-configs");
    private static final String SCHEMA_FILE = "smoke-config.schema.json";
    private static final JsonNode SCHEMA = new JsonMapper().readTree(ConfigSchema.text());

    @Test
    void editorsReadTheSchemaBesideTheConfigs() throws IOException {
        update(CONFIGS.resolve(SCHEMA_FILE), ConfigSchema.text());

        assertThat(CONFIGS.resolve(SCHEMA_FILE)).hasContent(ConfigSchema.text());
    }

    @Test
    void everyConfigNamesItsSchemaFirst() throws IOException {
        try (Stream<Path> configs = Files.list(CONFIGS)) {
            assertThat(configs.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(config -> assertThat(Files.readAllLines(config).get(0))
                            .isEqualTo("# yaml-language-server: $schema=" + SCHEMA_FILE));
        }
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(rows()).hasSizeGreaterThan(60).allSatisfy((key, rule) -> assertThat(text(rule, "description"))
                .as(key)
                .isPresent());
    }

    @Test
    void theDocumentationHasATableOfAllKeys() throws IOException {
        update(PAGE, page());

        assertThat(PAGE).hasContent(page());
    }

    private static void update(Path file, String text) throws IOException {
        if (System.getProperty("docs.update") != null) {
            Files.writeString(file, text);
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Keys of a config

                All keys of a `smoke-configs/*.yaml`. `NAME` stands for a name that you choose, `[]` for each item of a list. `smoke schema`
                prints the same as JSON Schema; with the first line `# yaml-language-server: $schema=smoke-config.schema.json` editors
                complete and check a config (VS Code with its YAML extension, IntelliJ). `smoke config CONFIG -e ENV` prints a config with
                all defaults filled in. This page is made of the schema: `./mvnw test -Dtest=ConfigPageTest -Ddocs.update`.

                | key | takes | default | what |
                |---|---|---|---|
                """);
        rows().forEach((key, rule) -> page.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        key,
                        cell(text(rule, "title").orElse("")),
                        value(rule).map(value -> "`" + value + "`").orElse(""),
                        cell(text(rule, "description").orElse("")))));
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|")
                .replaceAll("\\$\\{[^}]*}", "`$0`")
                .replaceAll("(?<![`\\w])\\*(?=[ .]|$)", "`*`");
    }

    /** Each key with the chain of rules that say something about it. */
    private static Map<String, List<JsonNode>> rows() {
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        collect(chain(SCHEMA), "", rows);
        return rows;
    }

    private static void collect(List<JsonNode> rule, String path, Map<String, List<JsonNode>> rows) {
        JsonNode last = rule.get(rule.size() - 1);
        for (Map.Entry<String, JsonNode> property : last.path("properties").properties()) {
            List<JsonNode> below = chain(property.getValue());
            String key = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            rows.put(key, below);
            // Its keys are refused, whichever they are.
            if (!ConfigSchema.isNotBuilt(property.getValue())) {
                collect(below, key, rows);
            }
        }
        // One browser and one of a list have the same keys.
        if (last.path("items").isObject() && !last.has("properties")) {
            collect(chain(last.get("items")), path + "[]", rows);
        }
        if (last.path("additionalProperties").isObject()) {
            collect(chain(last.get("additionalProperties")), path + ".NAME", rows);
        }
    }

    private static List<JsonNode> chain(JsonNode rule) {
        List<JsonNode> chain = new ArrayList<>(List.of(rule));
        for (JsonNode next = rule; next.has("$ref"); ) {
            next = SCHEMA.at(next.get("$ref").asString().substring(1));
            chain.add(next);
        }
        return chain;
    }

    private static Optional<String> text(List<JsonNode> rule, String name) {
        return rule.stream()
                .filter(one -> one.has(name))
                .map(one -> one.get(name).asString())
                .findFirst();
    }

    private static Optional<JsonNode> value(List<JsonNode> rule) {
        return rule.stream()
                .filter(one -> one.has("default"))
                .map(one -> one.get("default"))
                .findFirst();
    }
}
