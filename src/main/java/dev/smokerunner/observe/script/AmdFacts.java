package dev.smokerunner.observe.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one script says to RequireJS.
 *
 * @param isLoader whether it is RequireJS itself
 * @param isComputed whether it configures RequireJS with what only a browser knows
 * @param configs its configurations, in order
 * @param modules the modules that it defines
 * @param required what it requires outside of a definition's own list
 * @param later what it requires when other modules have come
 */
record AmdFacts(
        boolean isLoader,
        boolean isComputed,
        List<Config> configs,
        List<Module> modules,
        List<Dependency> required,
        List<Dependency> later) {
    static final AmdFacts NONE = new AmdFacts(false, false, List.of(), List.of(), List.of(), List.of());

    /** RequireJS itself: its text speaks of all this and asks for nothing. */
    static final AmdFacts LOADER = new AmdFacts(true, false, List.of(), List.of(), List.of(), List.of());

    /**
     * A module that is named.
     *
     * @param id its name
     * @param place where it is named
     */
    record Dependency(String id, Mention place) {}

    /**
     * A module that is defined.
     *
     * @param name its name; absent where the file's name is its own
     * @param needs what it needs first
     */
    record Module(Optional<String> name, List<Dependency> needs) {}

    /**
     * A configuration.
     *
     * @param baseUrl the folder of all modules; absent where it does not say
     * @param urlArgs what comes after the question mark; absent where nothing does
     * @param paths where the modules of a name are
     * @param bundles the modules that are in another module's file, by module
     * @param unsure the names for which it has further rules
     * @param needs what it requires itself
     * @param shims what scripts need first that define nothing
     */
    record Config(
            Optional<String> baseUrl,
            Optional<String> urlArgs,
            Map<String, String> paths,
            Map<String, String> bundles,
            Set<String> unsure,
            List<Dependency> needs,
            Map<String, List<Dependency>> shims) {}
}
