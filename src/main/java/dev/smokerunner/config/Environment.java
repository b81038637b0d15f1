package dev.smokerunner.config;

import dev.smokerunner.result.Audience;
import dev.smokerunner.serving.Edges;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One named place where the page is served.
 *
 * @param name its name
 * @param entry where it stands in the file
 * @param target what is checked; absent where that is among the problems
 * @param edges where else it is served
 * @param audience who is served it, if the config says so
 */
record Environment(String name, ConfigNode entry, Optional<Target> target, Edges edges, Optional<Audience> audience) {

    boolean isPackage() {
        return entry.get("package").isThere();
    }

    /** Where the calls of its pages go. */
    Map<String, URI> proxy() {
        return target.filter(Target.Package.class::isInstance)
                .map(Target.Package.class::cast)
                .map(Target.Package::proxy)
                .orElse(Map.of());
    }
}
