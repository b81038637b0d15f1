package dev.smokerunner.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The schema of the config: which keys there are and of what type.
 *
 * <p>The library says which rule a value breaks; what people read is ours, in one language and one form. The schema's {@code
 * title} is the phrase for what is expected.
 */
public final class ConfigSchema {
    private static final String TEXT = load();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    private final JsonNode root;
    private final Problems problems;

    private ConfigSchema(JsonNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The schema itself: JSON Schema 2020-12, with descriptions and defaults for editors. */
    public static String text() {
        return TEXT;
    }

    /** The schema as a tree. */
    static JsonNode root() {
        return SCHEMA.getSchemaNode();
    }

    /** What a rule refers to; itself where it refers to none. */
    static JsonNode resolved(JsonNode rule) {
        return rule.has("$ref") ? root().at(rule.get("$ref").asString().substring(1)) : rule;
    }

    /** Whether the keys of a rule are known, but refused. */
    static boolean isNotBuilt(JsonNode rule) {
        return rule.path("description").asString("").startsWith("Not built yet.");
    }

    /** Adds to the problems whatever in the tree does not fit. */
    static void check(JsonNode root, Problems problems) {
        new ConfigSchema(root, problems).check();
    }

    private void check() {
        List<Error> errors = SCHEMA.validate(root);
        Set<JsonPointer> misspelt = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                refuseUnknownKey(error).ifPresent(misspelt::add);
            }
        }
        errors.stream()
                .filter(error -> !error.getKeyword().equals("additionalProperties"))
                .sorted(Comparator.comparing(error -> !error.getKeyword().equals("type")))
                .forEach(error -> refuse(error, misspelt));
    }

    /** The key that was meant, if one is near. */
    private Optional<JsonPointer> refuseUnknownKey(Error error) {
        List<String> known = List.copyOf(rule(error).path("properties").propertyNames());
        JsonPointer map = instance(error);
        String key = error.getProperty();
        String hint = Nearest.hint(key, known);
        problems.addKey(
                map.appendProperty(key),
                "expected one of the keys " + String.join(", ", known) + ", got " + Quoted.quoted(key) + hint);
        return Nearest.to(key, known).map(map::appendProperty);
    }

    private void refuse(Error error, Set<JsonPointer> misspelt) {
        JsonPointer at = instance(error);
        switch (error.getKeyword()) {
            case "required" -> {
                JsonPointer missing = at.appendProperty(error.getProperty());
                if (!misspelt.contains(missing)) {
                    problems.add(missing, "expected " + title(rule(error), error.getProperty()) + ", got nothing");
                }
            }
            case "propertyNames" ->
                problems.addKey(
                        at.appendProperty(error.getProperty()),
                        "expected " + error.getSchemaNode().path("title").asString() + ", got "
                                + Quoted.quoted(error.getProperty()));
            default -> refuseValue(at, rule(error));
        }
    }

    private void refuseValue(JsonPointer at, JsonNode rule) {
        JsonNode value = root.at(at);
        String got = Quoted.of(value, problems.spot(at));
        problems.add(at, "expected " + rule.path("title").asString() + ", got " + got + advice(value, rule));
    }

    private static String advice(JsonNode value, JsonNode rule) {
        boolean isText = rule.path("type").toString().contains("string");
        if (isText && (value.isNumber() || value.isBoolean()) && !rule.has("pattern")) {
            return "; put it in quotes";
        }
        List<String> values =
                rule.path("enum").valueStream().map(JsonNode::asString).toList();
        return value.isString() ? Nearest.hint(value.asString(), values) : "";
    }

    /** What is expected of a key; a reference is one step away. */
    private static String title(JsonNode rule, String key) {
        JsonNode property = rule.path("properties").path(key);
        return resolved(property).path("title").asString();
    }

    private static JsonPointer instance(Error error) {
        return JsonPointer.compile(error.getInstanceLocation().toString());
    }

    /** The part of the schema that says so, e.g. that of {@code #/$defs/duration} for {@code #/$defs/duration/pattern}. */
    private static JsonNode rule(Error error) {
        String location = error.getSchemaLocation().toString();
        JsonPointer keyword = JsonPointer.compile(location.substring(location.indexOf('#') + 1));
        return SCHEMA.getSchemaNode().at(keyword.head());
    }

    private static String load() {
        try (InputStream in = ConfigSchema.class.getResourceAsStream("/smoke-config.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks its schema", e);
        }
    }
}
