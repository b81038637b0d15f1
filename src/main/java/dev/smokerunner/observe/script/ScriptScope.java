package dev.smokerunner.observe.script;

import dev.smokerunner.observe.html.ImportMap;
import java.net.URI;

/**
 * Where scripts run.
 *
 * @param base what addresses are relative to that are no modules': the page's base, or a worker's URL
 * @param modules which modules have another address there than their name says
 */
public record ScriptScope(URI base, ImportMap modules) {

    /** The scope that a worker makes for itself: import maps do not reach into it. */
    public static ScriptScope ofWorker(URI worker) {
        return new ScriptScope(worker, ImportMap.NONE);
    }
}
