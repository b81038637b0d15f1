package dev.smokerunner.init;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageOutline;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses further pages of a site: those that its first page links and its sitemap names, in that order.
 *
 * @param site the site's URL
 * @param files the keys of the package's files; absent for a live site
 */
public record PageLinks(URI site, Optional<Set<String>> files) {
    /** With the first page: each is visited four times, some seconds in all. */
    public static final int MOST = 10;

    private static final Set<String> OF_PAGES = Set.of("", "html", "htm", "xhtml", "php", "asp", "aspx", "jsp");

    /** The links of a page as it was seen. */
    public static PageLinks of(PageObservation page) {
        return new PageLinks(
                page.url(), page.contents().value().map(PackageContents::files).map(all -> all.stream()
                        .map(PackageContents.PackagedFile::key)
                        .collect(Collectors.toSet())));
    }

    /**
     * The paths of further pages, relative to the site's URL.
     *
     * @param page the first page
     * @param sitemap the addresses in the site's map
     * @param leftOut takes what is left out
     */
    public List<String> paths(PageObservation page, List<URI> sitemap, List<LeftOut> leftOut) {
        Set<String> paths = new LinkedHashSet<>();
        List<URI> all = new ArrayList<>(page.browser().value().stream()
                .flatMap(visit -> visit.rendered().value().stream())
                .map(rendered -> rendered.outline())
                .map(PageOutline::links)
                .flatMap(List::stream)
                .toList());
        all.addAll(sitemap);
        all.forEach(url -> path(url).ifPresent(paths::add));
        if (paths.size() > MOST - 1) {
            leftOut.add(new LeftOut((paths.size() - MOST + 1) + " more pages", "--crawl takes " + MOST + " pages"));
        }
        return paths.stream().limit(MOST - 1).toList();
    }

    private Optional<String> path(URI url) {
        return Optional.ofNullable(url.getRawPath())
                .filter(path -> isHere(url) && isOfPage(path))
                .map(this::relative)
                .filter(path ->
                        !path.isEmpty() && !path.equals("index.html") && !path.equals(relative(site.getRawPath())))
                .filter(this::isThere);
    }

    /** A query is of one visitor or one thing. */
    private boolean isHere(URI url) {
        return site.getScheme().equals(url.getScheme())
                && site.getRawAuthority().equals(url.getRawAuthority())
                && url.getRawQuery() == null;
    }

    /** So is a part that was computed; and two slashes or a colon would begin another address. */
    private static boolean isOfPage(String path) {
        return OF_PAGES.contains(FileName.of(path).extension())
                && Arrays.stream(path.split("/")).noneMatch(PathPattern::isComputed)
                && WritableText.isValue(path)
                && !path.contains(":")
                && !path.contains("//");
    }

    private String relative(String path) {
        String folder = site.getRawPath().substring(0, site.getRawPath().lastIndexOf('/') + 1);
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    /** A route that only the page's own router knows is no file, and a package has nothing else. */
    private boolean isThere(String relative) {
        return files.map(keys -> keys.contains(
                        relative.isEmpty() || relative.endsWith("/") ? relative + "index.html" : relative))
                .orElse(true);
    }
}
