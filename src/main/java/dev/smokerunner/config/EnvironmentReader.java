package dev.smokerunner.config;

import dev.smokerunner.result.Audience;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the environments.
 *
 * @param base the directory to which packages are relative
 */
record EnvironmentReader(Path base) {

    List<Environment> read(ConfigNode environments) {
        return environments.entries().entrySet().stream()
                .filter(entry -> entry.getValue().isThere())
                .map(entry -> environment(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Environment environment(String name, ConfigNode entry) {
        Optional<Audience> audience =
                entry.get("audience").text().map(text -> Audience.valueOf(text.toUpperCase(Locale.ROOT)));
        return new Environment(name, entry, target(entry), EdgesReader.read(entry), audience);
    }

    private Optional<Target> target(ConfigNode entry) {
        boolean hasUrl = entry.node().has("url");
        boolean hasPackage = entry.node().has("package");
        if (hasUrl && hasPackage) {
            entry.get("package").add("expected either url or package, got both");
        } else if (!hasUrl && !hasPackage && entry.isSound()) {
            entry.get("url").add("expected either url or package, got neither");
        }
        if (hasUrl && !hasPackage && entry.get("proxy").isThere()) {
            entry.get("proxy")
                    .add("expected a proxy beside a package only, got one beside a url; a live site has its own");
        }
        Optional<URI> url = entry.get("url").read(SiteUrl::parse);
        Optional<Path> files = entry.get("package").read(this::files);
        Map<String, URI> proxy = proxy(entry.get("proxy"));
        return url.<Target>map(Target.LiveSite::new).or(() -> files.map(path -> new Target.Package(path, proxy)));
    }

    private Path files(String text) {
        Path files = base.resolve(ValueParsers.path(text)).normalize();
        return files.toString().isEmpty() ? Path.of(".") : files;
    }

    private static Map<String, URI> proxy(ConfigNode entry) {
        Map<String, URI> proxy = new LinkedHashMap<>();
        entry.entries().forEach((prefix, url) -> url.read(SiteUrl::parse).ifPresent(to -> proxy.put(prefix, to)));
        return proxy;
    }
}
