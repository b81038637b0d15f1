package dev.smokerunner.run;

import dev.smokerunner.serving.Target;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a plan as the keys that they have in a package. */
final class PageKeys {
    private static final URI ROOT = URI.create("http://package.invalid/");

    private PageKeys() {}

    /** The keys of the pages that a plan visits. */
    static Set<String> visited(SmokePlan plan) {
        return plan.pages().stream()
                .map(page -> ROOT.resolve(page.path()).normalize().getPath().replaceFirst("^/+", ""))
                .map(key -> key.isEmpty() || key.endsWith("/") ? key + "index.html" : key)
                // A path without a slash at its end may be a folder.
                .flatMap(key -> Stream.of(key, key + "/index.html"))
                .collect(Collectors.toSet());
    }

    /** How paths begin that the plan's package does not answer for. */
    static Set<String> proxied(SmokePlan plan) {
        return plan.target() instanceof Target.Package files ? files.proxy().keySet() : Set.of();
    }
}
