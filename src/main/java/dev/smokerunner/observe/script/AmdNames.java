package dev.smokerunner.observe.script;

import dev.smokerunner.observe.script.AmdFacts.Config;
import dev.smokerunner.observe.script.AmdFacts.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes addresses of module names as RequireJS does, by all configurations of a page. */
final class AmdNames {
    /** What is an address and no name. */
    private static final Pattern ADDRESS = Pattern.compile("^/|:|\\?|\\.js$");

    private static final Pattern ABSOLUTE = Pattern.compile("^(/|[\\w+.\\-]+:)");

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> bundles = new HashMap<>();
    private final Map<String, List<Dependency>> shims = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();
    private String baseUrl;
    private String urlArgs = "";
    private boolean hasBase;

    AmdNames(String baseUrl, List<Config> configs) {
        this.baseUrl = baseUrl;
        configs.forEach(this::add);
    }

    private void add(Config config) {
        config.baseUrl().ifPresent(folder -> {
            baseUrl = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
            hasBase = true;
        });
        config.urlArgs().ifPresent(args -> urlArgs = args);
        paths.putAll(config.paths());
        bundles.putAll(config.bundles());
        unsure.addAll(config.unsure());
        shims.putAll(config.shims());
    }

    /** Whether a configuration says where all modules are. */
    boolean hasBase() {
        return hasBase;
    }

    /** What a script needs first that defines nothing. */
    List<Dependency> shim(String id) {
        return shims.getOrDefault(id, List.of());
    }

    /** Whether a configuration says where a module is. */
    boolean isPlaced(String id) {
        return bundles.containsKey(id) || parts(id).stream().anyMatch(paths::containsKey);
    }

    /** The address of a module's file; empty where rules decide that are not followed here. */
    Optional<String> address(String id) {
        String module = bundles.getOrDefault(id, id);
        if (parts(module).stream().anyMatch(unsure::contains)) {
            return Optional.empty();
        }
        if (ADDRESS.matcher(module).find()) {
            return Optional.of(withArgs(module));
        }
        String path = parts(module).stream()
                .filter(paths::containsKey)
                .findFirst()
                .map(part -> paths.get(part) + module.substring(part.length()))
                .orElse(module);
        String file = path.contains("?") ? path : path + ".js";
        boolean isFetched = !path.startsWith("empty:") && !path.startsWith("data:");
        return Optional.of(withArgs(ABSOLUTE.matcher(file).find() ? file : baseUrl + file))
                .filter(address -> isFetched);
    }

    private String withArgs(String address) {
        return urlArgs.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + urlArgs;
    }

    /** The name and the folders that it is in, longest first. */
    private static List<String> parts(String id) {
        List<String> parts = new ArrayList<>(List.of(id));
        for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
            parts.add(id.substring(0, slash));
        }
        return parts;
    }
}
