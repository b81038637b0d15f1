package dev.smokerunner.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A part of a stored result, which somebody may have written by hand: what is missing or wrong is told with its place.
 *
 * @param node the part
 * @param place where it stands in the document, as a JSON pointer
 */
record StoredNode(JsonNode node, String place) {

    StoredNode get(String key) {
        return new StoredNode(node.path(key), place + "/" + key);
    }

    /** The entries of a list; none where there is no list, as in results of older versions. */
    List<StoredNode> items() {
        List<StoredNode> items = new ArrayList<>();
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            items.add(new StoredNode(node.path(i), place + "/" + i));
        }
        return items;
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    String text() {
        return optionalText().orElseThrow(() -> refuse("a text"));
    }

    Optional<String> optionalText() {
        if (!isThere()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw refuse("a text");
        }
        return Optional.of(node.stringValue());
    }

    List<String> texts() {
        return items().stream().map(StoredNode::text).toList();
    }

    int number() {
        return optionalNumber().orElseThrow(() -> refuse("a whole number"));
    }

    OptionalInt optionalNumber() {
        if (!isThere()) {
            return OptionalInt.empty();
        }
        if (!node.canConvertToInt()) {
            throw refuse("a whole number");
        }
        return OptionalInt.of(node.intValue());
    }

    Instant time() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException e) {
            throw refuse("a time");
        }
    }

    Optional<Duration> millis() {
        if (!isThere()) {
            return Optional.empty();
        }
        if (!node.canConvertToLong()) {
            throw refuse("a number of milliseconds");
        }
        return Optional.of(Duration.ofMillis(node.longValue()));
    }

    /** A URL; one that was cut when it was stored is kept as an opaque text. */
    URI url() {
        String text = text();
        try {
            return new URI(text);
        } catch (URISyntaxException cut) {
            try {
                return new URI("text", text, null);
            } catch (URISyntaxException e) {
                throw refuse("a URL");
            }
        }
    }

    /** A constant by the word that stands for it. */
    <E extends Enum<E>> E word(Class<E> type) {
        String word = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> refuse(
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    IllegalArgumentException refuse(String expected) {
        String got = node.isMissingNode() ? "nothing" : Visible.line(node.toString(), 100);
        return new IllegalArgumentException(
                "got one that is not whole: " + place + ": expected " + expected + ", got " + got);
    }
}
