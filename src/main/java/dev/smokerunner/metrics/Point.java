package dev.smokerunner.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A number of a site.
 *
 * @param name the config's name
 * @param environment the environment's name
 * @param series which number: the parts of its name, e.g. {@code traffic}, {@code pages}, {@code views}
 * @param value the number
 * @param at when it was so
 */
public record Point(String name, String environment, List<String> series, double value, Instant at) {
    /** Copies the list. */
    public Point {
        requireNonNull(name);
        requireNonNull(environment);
        series = List.copyOf(series);
        requireNonNull(at);
    }
}
