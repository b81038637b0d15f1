package dev.smokerunner.config;

import dev.smokerunner.target.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses pages that a target cannot have: such a page would not be looked at, and the run would pass for nothing. */
final class PageRules {
    /** Stands in for any target where only the form of a path matters. */
    private static final URI ANYWHERE = URI.create("http://target.invalid/a/b/c/d/e/");

    private PageRules() {}

    /** Refuses paths that are none, and pages that come twice. */
    static void checkPaths(List<Entry> pages) {
        Map<URI, Spot> seen = new HashMap<>();
        for (Entry page : pages.stream().filter(Entry::isThere).toList()) {
            Entry path = page.get("path");
            Optional<URI> url = path.isThere() || page.node().has("path")
                    ? path.read(PageRules::reference).map(ANYWHERE::resolve)
                    : Optional.of(ANYWHERE);
            url.map(URI::normalize)
                    .map(u -> seen.putIfAbsent(u, page.spot()))
                    .ifPresent(first -> path.add("expected each page once, got this one a second time; the first is "
                            + first.path() + " in line " + first.value().line()));
        }
    }

    /** Refuses pages that this target cannot have. */
    static void checkAgainst(Target target, List<Entry> pages) {
        for (Entry page : pages) {
            Entry path = page.isThere() ? page.get("path") : page;
            String written = path.text().orElse("./");
            if (target instanceof Target.LiveSite site) {
                checkSite(site.url(), path, reference(written));
            } else if (target instanceof Target.PackageDirectory files) {
                checkFile(files.directory().toAbsolutePath().normalize(), path, reference(written));
            }
        }
    }

    private static void checkSite(URI site, Entry path, URI page) {
        URI url = site.resolve(page);
        if (url.getHost() == null
                || !url.getHost().equalsIgnoreCase(site.getHost())
                || url.getPort() != site.getPort()) {
            path.refuse("a page on " + site.getRawAuthority());
        }
    }

    private static void checkFile(Path directory, Entry path, URI page) {
        if (page.getScheme() != null || page.getRawAuthority() != null) {
            path.refuse("a path within the package");
            return;
        }
        String written = page.getPath();
        Path file = directory.resolve(written.replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(directory)) {
            path.refuse("a path within the package");
            return;
        }
        Path served = written.isEmpty() || written.endsWith("/") || Files.isDirectory(file)
                ? file.resolve("index.html")
                : file;
        if (!Files.isRegularFile(served)) {
            path.add("expected a page of the package, got "
                    + Shown.quoted(path.text().orElse("./")) + ", and there is no file " + served);
        }
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
