package dev.smokerunner.config;

import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.Target;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves of a config's environments the one that is run, as it is run.
 *
 * @param plan the run
 * @param selection what was asked for
 */
record ChosenEnvironment(SmokePlan plan, Selection selection) {
    private static final String KEY = "environments";
    private static final String AUDIENCE = "audience";

    ResolvedConfig in(ConfigNode config, Redaction redaction) {
        String name = plan.subject().environment();
        JsonPointer at = JsonPointer.empty().appendProperty(KEY).appendProperty(name);
        Map<JsonPointer, String> sources = new HashMap<>();
        ObjectNode environment = JsonNodeFactory.instance.objectNode();
        JsonNode written = config.node().path(KEY).path(name);
        written.properties().forEach(entry -> environment.set(entry.getKey(), entry.getValue()));
        if (selection.environment().isPresent()) {
            sources.put(at, "option -e");
        } else {
            sources.put(at, written.isMissingNode() ? "for --target" : "the only one");
        }
        if (selection.target().isPresent()) {
            sources.put(at.appendProperty(retarget(environment)), "option --target");
        }
        if (!environment.has(AUDIENCE)) {
            environment.put(AUDIENCE, plan.subject().audience().word());
            sources.put(at.appendProperty(AUDIENCE), "default for a " + (isLive() ? "url" : "package"));
        }
        ObjectNode environments = JsonNodeFactory.instance.objectNode();
        environments.set(name, environment);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        config.node()
                .properties()
                .forEach(entry ->
                        root.set(entry.getKey(), entry.getKey().equals(KEY) ? environments : entry.getValue()));
        return new ResolvedConfig(new ConfigNode(root, config.at(), config.problems()), sources, redaction);
    }

    /** Puts another target into an environment; the key that now holds it. */
    private String retarget(ObjectNode environment) {
        environment.remove("url");
        environment.remove("package");
        String key = isLive() ? "url" : "package";
        environment.put(key, Plans.shown(plan.target()));
        return key;
    }

    private boolean isLive() {
        return plan.target() instanceof Target.LiveSite;
    }
}
