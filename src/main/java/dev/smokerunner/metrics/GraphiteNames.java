package dev.smokerunner.metrics;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as carbon keeps them: a slash would be a folder, a dot a level, and a space the end. */
final class GraphiteNames {
    private GraphiteNames() {}

    /** The whole name of a number, e.g. {@code smoke.signup.production.load_ms}. */
    static String of(String prefix, Point point) {
        return prefix + "."
                + Stream.concat(Stream.of(point.name(), point.environment()), point.series().stream())
                        .map(GraphiteNames::part)
                        .collect(Collectors.joining("."));
    }

    /** One part of a name. */
    static String part(String text) {
        String part = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        return part.isEmpty() ? "_" : part;
    }
}
