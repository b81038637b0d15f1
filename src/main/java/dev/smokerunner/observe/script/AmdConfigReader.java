package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.AmdFacts.Config;
import dev.smokerunner.observe.script.AmdFacts.Dependency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a configuration of RequireJS that is written out. */
final class AmdConfigReader {
    /** Keys of which any makes an object a configuration. */
    private static final Set<String> TELLING = Set.of("baseUrl", "paths", "bundles", "shim", "deps", "urlArgs");

    private final Tokens tokens;
    private final MentionBook book;
    private final Literals literals;
    private final Set<String> unsure = new HashSet<>();
    private boolean isComputed;

    AmdConfigReader(Tokens tokens, MentionBook book) {
        this.tokens = tokens;
        this.book = book;
        this.literals = new Literals(tokens);
    }

    /** Whether a brace opens an object that looks like a configuration. */
    boolean isConfig(int open) {
        return literals.object(open)
                .filter(config -> config.keySet().stream().anyMatch(TELLING::contains))
                .isPresent();
    }

    /** The configuration that a brace opens; empty where a part of it that matters is computed. */
    Optional<Config> read(int open) {
        Optional<Map<String, Integer>> keys = literals.object(open);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> config = keys.get();
        Config read = new Config(
                text(config.get("baseUrl"), open),
                text(config.get("urlArgs"), open),
                paths(config.get("paths")),
                bundles(config.get("bundles")),
                unsure,
                needs(config.get("deps")),
                shims(config.get("shim")));
        names(config.get("map"))
                .values()
                .forEach(value -> unsure.addAll(names(value).keySet()));
        packages(config.get("packages"));
        return isComputed ? Optional.empty() : Optional.of(read);
    }

    private Optional<String> text(@org.jspecify.annotations.Nullable Integer value, int open) {
        if (value == null) {
            return Optional.empty();
        }
        isComputed |= !tokens.isString(value) || !literals.endsElement(value + 1, open);
        return Optional.of(tokens.value(value));
    }

    private Map<String, Integer> names(@org.jspecify.annotations.Nullable Integer open) {
        Optional<Map<String, Integer>> names = open == null ? Optional.of(Map.of()) : literals.object(open);
        isComputed |= names.isEmpty();
        return names.orElse(Map.of());
    }

    private Map<String, String> paths(@org.jspecify.annotations.Nullable Integer open) {
        Map<String, String> paths = new LinkedHashMap<>();
        names(open).forEach((name, value) -> {
            if (open != null && tokens.isString(value) && literals.endsElement(value + 1, open)) {
                paths.put(name, tokens.value(value));
            } else {
                // A list holds what is tried when the first fails; the rest is computed.
                unsure.add(name);
            }
        });
        return paths;
    }

    private Map<String, String> bundles(@org.jspecify.annotations.Nullable Integer open) {
        Map<String, String> bundles = new LinkedHashMap<>();
        names(open).forEach((bundle, list) -> literals.strings(list)
                .forEach(module -> bundles.put(tokens.value(module), bundle)));
        return bundles;
    }

    private void packages(@org.jspecify.annotations.Nullable Integer open) {
        if (open == null) {
            return;
        }
        for (int at : literals.elements(open)) {
            Integer name = literals.object(at).orElse(Map.of()).get("name");
            unsure.add(tokens.value(name == null ? at : name));
        }
    }

    private Map<String, List<Dependency>> shims(@org.jspecify.annotations.Nullable Integer open) {
        Map<String, List<Dependency>> shims = new LinkedHashMap<>();
        names(open)
                .forEach((name, value) -> shims.put(
                        name,
                        tokens.is(value, "[")
                                ? needs(value)
                                : needs(literals.object(value).orElse(Map.of()).get("deps"))));
        return shims;
    }

    private List<Dependency> needs(@org.jspecify.annotations.Nullable Integer open) {
        return open == null ? List.of() : dependencies(open);
    }

    /** The modules that an array names. */
    List<Dependency> dependencies(int open) {
        return literals.strings(open).stream()
                .map(token -> new Dependency(tokens.value(token), book.at(token, tokens.value(token))))
                .toList();
    }
}
