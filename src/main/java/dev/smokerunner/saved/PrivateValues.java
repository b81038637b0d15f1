package dev.smokerunner.saved;

import dev.smokerunner.secret.Disguise;
import dev.smokerunner.secret.Disguise.Kind;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds in a kept run what its place says is private: the values of cookies, of header fields that hold credentials, and of
 * queries. What has a shape of its own the disguise finds itself.
 *
 * @param disguise hides what is found
 */
record PrivateValues(Disguise disguise) {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> COOKIES = Set.of("set-cookie", "cookie");

    private static final Pattern CREDENTIAL_FIELD =
            Pattern.compile("(?:proxy-)?authorization|x-.*(?:token|key|auth|secret).*");

    /** What is loaded with a page: in the query of its address stands the version of a file. */
    private static final Pattern ASSET = Pattern.compile(
            "(?i).*\\.(?:m?js|css|map|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|wasm|webmanifest)");

    /**
     * Looks through all of a kept run.
     *
     * @throws IOException if it cannot be read
     */
    void findIn(ObservationFolder folder, ObservationFolder.Saved saved) throws IOException {
        if (saved.run().terms().target() instanceof Target.Package files) {
            Path parent = files.path().getParent();
            if (parent != null) {
                disguise.hideFolder(parent.toString());
            }
        }
        try (Stream<Path> all = Files.walk(folder.path())) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0 && bytes[0] == '{') {
                    findIn(bytes);
                }
            }
        }
    }

    private void findIn(byte[] bytes) {
        try {
            findIn("", JSON.readTree(bytes));
        } catch (JacksonException notJson) {
            // It is a part that only begins like JSON: a style sheet may.
        }
    }

    private void findIn(String field, JsonNode node) {
        if (node.isString()) {
            findIn(field.toLowerCase(Locale.ROOT), node.asString());
        }
        node.forEachEntry((name, child) -> {
            findUrl(name);
            findIn(name, child);
        });
        if (node.isArray()) {
            node.forEach(child -> findIn(field, child));
        }
    }

    private void findIn(String field, String value) {
        if (COOKIES.contains(field)) {
            List<String> pairs = List.of(value.split(";\\s*", -1));
            // What follows the cookie of an answer are its attributes.
            (field.equals("cookie") ? pairs : pairs.subList(0, 1)).forEach(pair -> hidePair(Kind.COOKIE, pair));
        } else if (CREDENTIAL_FIELD.matcher(field).matches()) {
            disguise.hide(Kind.CREDENTIAL, "", value.replaceFirst("^[A-Za-z]+ +", ""));
        } else {
            findUrl(value);
        }
    }

    private void findUrl(String text) {
        int query = text.indexOf('?');
        if (query < 0 || !text.matches("(?i)https?://\\S+")) {
            return;
        }
        boolean isAsset = ASSET.matcher(text.substring(0, query)).matches();
        for (String pair : text.substring(query + 1).split("[&;#]", -1)) {
            if (!isAsset || Disguise.isTelling(pair.split("=", 2)[0])) {
                hidePair(Kind.QUERY, pair);
            }
        }
    }

    private void hidePair(Kind kind, String pair) {
        int equals = pair.indexOf('=');
        disguise.hide(kind, equals < 0 ? "?" : pair.substring(0, equals + 1), pair.substring(equals + 1));
    }
}
