package dev.smokerunner.config;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One value of a config that fits the schema; a value that does not is as if it were not there, because it is among the
 * problems already.
 *
 * @param node the value
 * @param at where it stands
 * @param problems where to say what is wrong with it
 */
record ConfigNode(JsonNode node, JsonPointer at, Problems problems) {

    /** The value of a whole file. */
    static ConfigNode root(JsonNode node, Problems problems) {
        return new ConfigNode(
                problems.has(JsonPointer.empty()) ? MissingNode.getInstance() : node, JsonPointer.empty(), problems);
    }

    boolean isThere() {
        return !node.isMissingNode();
    }

    /** The value of a key of this map. */
    ConfigNode get(String key) {
        return at(at.appendProperty(key), node.path(key));
    }

    /** The items of this list. */
    List<ConfigNode> items() {
        List<ConfigNode> items = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(at(at.appendIndex(i), node.get(i)));
        }
        return items;
    }

    /** This text, or those of this list. */
    List<ConfigNode> texts() {
        return text().isPresent() ? List.of(this) : items();
    }

    /** The values of this map by their keys, in the order of the file. */
    Map<String, ConfigNode> entries() {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        node.propertyNames().forEach(key -> entries.put(key, get(key)));
        return entries;
    }

    Optional<String> text() {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    int number(int otherwise) {
        return node.isNumber() ? node.asInt() : otherwise;
    }

    boolean flag(boolean otherwise) {
        return node.isBoolean() ? node.asBoolean() : otherwise;
    }

    /**
     * What this text means.
     *
     * @param parse gives it its meaning, or throws an {@link IllegalArgumentException} whose message is what it expects
     */
    <T> Optional<T> read(Function<String, T> parse) {
        try {
            return text().map(parse);
        } catch (IllegalArgumentException e) {
            refuse(requireNonNullElse(e.getMessage(), "another text"));
            return Optional.empty();
        }
    }

    /** What the texts of this list mean. */
    <T> List<T> readAll(Function<String, T> parse) {
        return items().stream().flatMap(item -> item.read(parse).stream()).toList();
    }

    /** This value is wrong: says what was expected, and what is there. */
    void refuse(String expected) {
        add("expected " + expected + ", got " + Quoted.of(node, problems.spot(at)));
    }

    /** This value is wrong, in a sentence. */
    void add(String message) {
        problems.add(at, message);
    }

    /** This key is wrong, in a sentence. */
    void addKey(String message) {
        problems.addKey(at, message);
    }

    /** Whether neither this value nor one within it is wrong. */
    boolean isSound() {
        return !problems.hasWithin(at);
    }

    /** Where it stands, for people. */
    ValuePosition spot() {
        return problems.spot(at);
    }

    private ConfigNode at(JsonPointer pointer, JsonNode child) {
        return new ConfigNode(problems.has(pointer) ? MissingNode.getInstance() : child, pointer, problems);
    }
}
