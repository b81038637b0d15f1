package dev.smokerunner.config;

import dev.smokerunner.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Lists a config as a run reads it: what stands in the file, and then what the schema says where nothing stands.
 *
 * @param root the config
 * @param sources where values come from that do not stand in the file as they are
 * @param redaction removes the config's secrets
 */
record ResolvedConfig(ConfigNode root, Map<JsonPointer, String> sources, Redaction redaction) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?:secret:)?(\\w+)}");
    private static final String DEFAULT = "default";

    /** All lines, from the top. */
    List<ResolvedEntry> entries() {
        List<ResolvedEntry> entries = new ArrayList<>();
        addChildren(
                new Slot(-1, Optional.empty(), JsonPointer.empty(), false), root.node(), ConfigSchema.root(), entries);
        return entries;
    }

    /**
     * A place in the listing.
     *
     * @param isDefault whether nothing stands there in the file
     */
    private record Slot(int depth, Optional<String> key, JsonPointer at, boolean isDefault) {
        Slot child(String name, boolean absent) {
            return new Slot(depth + 1, Optional.of(name), at.appendProperty(name), isDefault || absent);
        }

        Slot item(int index) {
            return new Slot(depth + 1, Optional.empty(), at.appendIndex(index), isDefault);
        }
    }

    private void add(Slot slot, JsonNode node, JsonNode rule, List<ResolvedEntry> entries) {
        if (!node.isContainer() || node.isEmpty()) {
            entries.add(new ResolvedEntry(slot.depth(), slot.key(), Optional.of(clean(node)), source(slot)));
            return;
        }
        // Of a map or a list only a source of its own is worth telling; else the values tell theirs.
        String own = sources.getOrDefault(slot.at(), "");
        entries.add(new ResolvedEntry(slot.depth(), slot.key(), Optional.empty(), own));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(slot.item(i), node.get(i), ConfigSchema.resolved(rule).path("items"), entries);
            }
        } else {
            addChildren(slot, node, rule, entries);
        }
    }

    private void addChildren(Slot slot, JsonNode node, JsonNode rule, List<ResolvedEntry> entries) {
        JsonNode resolved = ConfigSchema.resolved(rule);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode property = resolved.path("properties").path(entry.getKey());
            JsonNode below = property.isMissingNode() ? resolved.path("additionalProperties") : property;
            add(slot.child(entry.getKey(), false), entry.getValue(), below, entries);
        }
        for (Map.Entry<String, JsonNode> property : resolved.path("properties").properties()) {
            if (!node.has(property.getKey()) && !isElsewhere(property.getKey(), node)) {
                addDefault(slot.child(property.getKey(), true), property.getValue(), entries);
            }
        }
    }

    /** A device takes the place of a window. */
    private static boolean isElsewhere(String key, JsonNode node) {
        return key.equals("window") && node.has("device");
    }

    /** A key that is not there: its default, or those of the keys of its map. */
    private void addDefault(Slot slot, JsonNode rule, List<ResolvedEntry> entries) {
        JsonNode resolved = ConfigSchema.resolved(rule);
        JsonNode value = rule.has(DEFAULT) ? rule.get(DEFAULT) : resolved.path(DEFAULT);
        if (!value.isMissingNode()) {
            add(slot, value, rule, entries);
        } else if (resolved.has("properties") && !ConfigSchema.isNotBuilt(rule)) {
            List<ResolvedEntry> below = new ArrayList<>();
            addChildren(slot, root.node().path("none"), rule, below);
            if (!below.isEmpty()) {
                entries.add(new ResolvedEntry(slot.depth(), slot.key(), Optional.empty(), ""));
                entries.addAll(below);
            }
        }
    }

    private JsonNode clean(JsonNode node) {
        return node.isString() ? StringNode.valueOf(redaction.apply(node.asString())) : node;
    }

    private String source(Slot slot) {
        String own = sources.get(slot.at());
        if (own != null || slot.isDefault()) {
            return own == null ? DEFAULT : own;
        }
        ValuePosition spot = root.problems().spot(slot.at());
        TreeSet<String> variables = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(spot.written());
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        String line = "line " + spot.value().line();
        return variables.isEmpty() ? line : line + ", environment variable " + String.join(", ", variables);
    }
}
