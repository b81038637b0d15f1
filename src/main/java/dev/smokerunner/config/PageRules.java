package dev.smokerunner.config;

import dev.smokerunner.check.page.TooDeep;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses pages that a target cannot have: such a page would not be looked at, and the run would pass for nothing. */
final class PageRules {
    private static final String INDEX = "index.html";
    /** Stands in for any target where only the form of a path matters. */
    private static final URI ANYWHERE = URI.create("http://target.invalid/a/b/c/d/e/");

    private PageRules() {}

    /** Refuses paths that are none, and pages that come twice. */
    static void checkPaths(List<ConfigNode> pages) {
        Map<URI, ValuePosition> seen = new HashMap<>();
        for (ConfigNode page : pages.stream().filter(ConfigNode::isThere).toList()) {
            ConfigNode path = page.get("path");
            Optional<URI> url = path.isThere() || page.node().has("path")
                    ? path.read(PageRules::reference).map(ANYWHERE::resolve)
                    : Optional.of(ANYWHERE);
            url.map(URI::normalize)
                    .map(u -> seen.putIfAbsent(u, page.spot()))
                    .ifPresent(first -> path.add("expected each page once, got this one a second time; the first is "
                            + first.path() + " in line " + first.value().line()));
        }
    }

    /** Refuses pages that are not on this site. */
    static void checkAgainst(Target.LiveSite site, List<ConfigNode> pages) {
        pages.stream().map(PageRules::path).forEach(path -> checkSite(site.url(), path, written(path)));
    }

    /** Refuses pages that are not in this package. */
    static void checkAgainst(Path packed, PackedFiles files, List<ConfigNode> pages) {
        pages.stream().map(PageRules::path).forEach(path -> checkFile(packed, files, path));
    }

    private static ConfigNode path(ConfigNode page) {
        return page.isThere() ? page.get("path") : page;
    }

    private static URI written(ConfigNode path) {
        return reference(path.text().orElse("./"));
    }

    private static void checkSite(URI site, ConfigNode path, URI page) {
        URI url = site.resolve(page);
        if (url.getHost() == null
                || !url.getHost().equalsIgnoreCase(site.getHost())
                || url.getPort() != site.getPort()) {
            path.refuse("a page on " + site.getRawAuthority());
        }
    }

    private static void checkFile(Path packed, PackedFiles files, ConfigNode path) {
        URI page = written(path);
        String key = page.normalize().getPath().replaceFirst("^/+", "");
        boolean isWithin = page.getScheme() == null
                && page.getRawAuthority() == null
                && !key.equals("..")
                && !key.startsWith("../");
        if (!isWithin) {
            path.refuse("a path within the package");
            return;
        }
        String served = key.isEmpty() || key.endsWith("/") || files.has(key + "/" + INDEX) ? folder(key) + INDEX : key;
        if (!files.has(served)) {
            path.add("expected a page of the package, got "
                    + Quoted.quoted(path.text().orElse("./")) + ", and there is no file " + served + " in " + packed
                    + TooDeep.hint(served, files.keys())
                            .map(hint -> ": " + hint)
                            .orElse(""));
        }
    }

    private static String folder(String key) {
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    private static URI reference(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isOpaque() && !text.isBlank()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a path such as ./ or help/index.html, with spaces written as %20", e);
        }
        throw new IllegalArgumentException("a path such as ./ or help/index.html");
    }
}
