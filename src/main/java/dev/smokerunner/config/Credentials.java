package dev.smokerunner.config;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Sees to it that no credential stands in a config: the keys that hold one take {@code ${secret:NAME}} and nothing else. */
final class Credentials {
    /**
     * Names of keys, of header fields and of what a page stores, e.g. {@code routing-key}, {@code Proxy-Authorization},
     * {@code X-Api-Key}, {@code access_token}, {@code idToken}.
     */
    private static final Pattern KEY = Pattern.compile(
            "(?i)(.*[-_.:])?(auth|authorization|token|password|secret|cookies?|(api|routing|integration)-?key|webhook(-url)?)|heartbeat|.*(?-i:[a-z](Token|Password|Secret))");

    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:[A-Za-z_][A-Za-z0-9_]*}");

    private final Problems problems;

    Credentials(Problems problems) {
        this.problems = problems;
    }

    /** Whether a key or a header field of this name holds one. */
    static boolean isCredential(String name) {
        return KEY.matcher(name).matches();
    }

    /** Looks through a tree in which placeholders are not replaced yet. */
    void check(JsonNode node, JsonPointer at) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonPointer below = at.appendProperty(entry.getKey());
            if (isCredential(entry.getKey())) {
                checkSecret(entry.getValue(), below);
            } else {
                check(entry.getValue(), below);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), at.appendIndex(i));
        }
    }

    private void checkSecret(JsonNode node, JsonPointer at) {
        if (node.isContainer()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                checkSecret(entry.getValue(), at.appendProperty(entry.getKey()));
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                checkSecret(node.get(i), at.appendIndex(i));
            }
        } else if (!node.isString() || !SECRET.matcher(node.asString()).matches()) {
            problems.add(
                    at,
                    "expected \"${secret:NAME}\" and nothing else, because a credential does not belong in a file; "
                            + "got another value, which is not shown here");
        }
    }
}
