package dev.smokerunner.config;

import dev.smokerunner.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Replaces {@code ${NAME}} and {@code ${secret:NAME}} in the texts of a tree; what they bring in is not looked at again. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(secret:)?([A-Za-z_][A-Za-z0-9_]*)}");
    /** A shorter secret would also be cut out of innocent words, and is guessed from what is left. */
    private static final int SHORTEST_SECRET = 6;

    /** The part of {@code user:password} or {@code Bearer token} that somebody might show without the rest. */
    private static final Pattern CREDENTIAL = Pattern.compile("(?:[^:\\s]+:|\\w+ )(.+)", Pattern.DOTALL);

    private final Function<String, Optional<String>> variables;
    private final Problems problems;
    private final List<Secret> secrets = new ArrayList<>();

    Placeholders(Function<String, Optional<String>> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The secrets that were brought in so far. */
    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    /** Replaces in a value and all that it holds; a map and a list are changed in place. */
    JsonNode replace(JsonNode node, JsonPointer at) {
        if (node instanceof ObjectNode map) {
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                entry.setValue(replace(entry.getValue(), at.appendProperty(entry.getKey())));
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replace(list.get(i), at.appendIndex(i)));
            }
        } else if (node.isString() && node.asString().contains("${")) {
            return StringNode.valueOf(text(node.asString(), at));
        }
        return node;
    }

    private String text(String written, JsonPointer at) {
        StringBuilder out = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(written);
        int done = 0;
        for (int dollar = written.indexOf("${"); dollar >= 0; dollar = written.indexOf("${", done)) {
            if (!placeholder.region(dollar, written.length()).lookingAt()) {
                String rest = Quoted.quoted(written.substring(dollar));
                problems.add(at, "expected ${NAME} or ${secret:NAME}, got " + rest);
                return written;
            }
            out.append(written, done, dollar).append(value(placeholder, at));
            done = placeholder.end();
        }
        return out.append(written.substring(done)).toString();
    }

    private String value(Matcher placeholder, JsonPointer at) {
        String name = placeholder.group(2);
        Optional<String> value = variables.apply(name);
        if (value.isEmpty()) {
            problems.add(at, "expected the environment variable " + name + " to be set, got nothing");
        } else if (placeholder.group(1) != null) {
            addSecret(name, value.get(), at);
        }
        return value.orElse("");
    }

    private void addSecret(String name, String value, JsonPointer at) {
        if (value.length() < SHORTEST_SECRET) {
            problems.add(
                    at,
                    "expected the secret in the environment variable " + name + " to have at least " + SHORTEST_SECRET
                            + " characters, got fewer; so short a text cannot be kept out of reports");
        } else {
            secrets.add(new Secret(value));
            Matcher credential = CREDENTIAL.matcher(value);
            if (credential.matches() && credential.group(1).length() >= SHORTEST_SECRET) {
                secrets.add(new Secret(credential.group(1)));
            }
        }
    }
}
