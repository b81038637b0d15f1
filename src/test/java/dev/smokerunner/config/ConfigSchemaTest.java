package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema is read by editors too, so it must say what the code does. */
class ConfigSchemaTest {
    private static final Path CONFIGS = Path.of("src/test/resources/config");
    private static final JsonNode SCHEMA = new JsonMapper().readTree(ConfigSchema.text());

    @Test
    void isAJsonSchema() {
        var draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(draft.validate(ConfigSchema.text(), InputFormat.JSON)).isEmpty();
    }

    /** {@code ConfigFileTest} shows that each of these keys reaches the plan. */
    @Test
    void hasTheKeysThatAreReadAndNoOther() throws IOException {
        Set<String> built = new TreeSet<>();
        collect(SCHEMA, "", built);

        Set<String> read = keys("accepted/every-key.yaml");
        read.addAll(keys("accepted/every-key-of-browsers.yaml"));
        assertThat(asOfOneBrowser(built)).isEqualTo(asOfOneBrowser(read));
    }

    @Test
    void hasEveryKeyOfTheFormat() throws IOException {
        String config = Files.readString(CONFIGS.resolve("refused/the-whole-format.yaml"));
        Problems problems = new Problems("all", new ValuePositions());

        ConfigSchema.check(new YAMLMapper().readTree(config), problems);

        assertThat(problems.hasWithin(JsonPointer.empty())).isFalse();
    }

    /** The title is the phrase after "expected" in messages. */
    @Test
    void saysInATitleWhatIsExpectedOfEachValue() {
        assertThat(SCHEMA.findParents("type")).isNotEmpty().allMatch(rule -> rule.has("title"));
    }

    /** Keys as paths, with a star for names that people choose and for items of lists. */
    private static void collect(JsonNode rule, String path, Set<String> keys) {
        JsonNode resolved =
                rule.has("$ref") ? SCHEMA.at(rule.get("$ref").asString().substring(1)) : rule;
        keys.add(path);
        for (Map.Entry<String, JsonNode> property : resolved.path("properties").properties()) {
            collect(property.getValue(), path + "/" + property.getKey(), keys);
        }
        for (String many : new String[] {"items", "additionalProperties"}) {
            if (resolved.path(many).isObject()) {
                collect(resolved.get(many), path + "/*", keys);
            }
        }
    }

    /** One browser and one of a list have the same keys. */
    private static Set<String> asOfOneBrowser(Set<String> keys) {
        return keys.stream()
                .map(key -> key.replaceFirst("^/browser/\\*(/|$)", "/browser$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String config) throws IOException {
        Set<String> keys = new TreeSet<>();
        addKeys(new YAMLMapper().readTree(Files.readString(CONFIGS.resolve(config))), "", keys);
        return keys;
    }

    private static void addKeys(JsonNode node, String path, Set<String> keys) {
        keys.add(path);
        boolean isFree = path.matches("/environments|.*/(proxy|headers|cookies|local|session|groups)");
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            addKeys(entry.getValue(), path + "/" + (isFree ? "*" : entry.getKey()), keys);
        }
        Collection<JsonNode> items = node.isArray() ? node.valueStream().toList() : Set.of();
        items.forEach(item -> addKeys(item, path + "/*", keys));
    }
}
