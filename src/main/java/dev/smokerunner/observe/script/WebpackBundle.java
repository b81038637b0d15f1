package dev.smokerunner.observe.script;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Modules of one webpack build in a script, with the runtime that they load by where it is in the same script.
 *
 * <p>A page may have several runtimes, of a shell and its federated remotes, or of a widget. Each names its own chunks alone:
 * what belongs together shares the global through which chunks are handed over.
 *
 * @param isRuntime whether a runtime is here
 * @param globals the names of globals by which chunks may be handed over, e.g. {@code webpackChunkshop}; empty where unknown
 * @param tables how the runtime names chunks; empty where it has none, or names them as only a browser knows
 * @param chunks the ids of the chunks that the modules load, with places
 * @param assets what the modules name relative to the runtime's public path
 */
record WebpackBundle(
        boolean isRuntime,
        Set<String> globals,
        List<ChunkTable> tables,
        Map<String, Mention> chunks,
        List<Mention> assets) {

    /** Whether this is the runtime of modules that are elsewhere, as far as the globals tell. */
    boolean mayRun(WebpackBundle modules) {
        return globals.isEmpty() || modules.globals.isEmpty() || names(modules);
    }

    /** Whether both name the same global. */
    boolean names(WebpackBundle modules) {
        return modules.globals.stream().anyMatch(globals::contains);
    }
}
