package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.LoadedAsset;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the release before, and what is left of it.
 *
 * @param name the package or result, as it was named
 * @param retained what answers for its assets that the new release does not have; empty where nothing was asked
 * @param isLive whether the site was asked for them: a package is not live yet
 * @param pages what each of its pages loaded
 */
public record PreviousSighting(String name, List<Retained> retained, boolean isLive, List<PageLoads> pages) {

    /** Copies the lists. */
    public PreviousSighting {
        requireNonNull(name);
        retained = List.copyOf(retained);
        pages = List.copyOf(pages);
    }

    /**
     * What one of the browsers that look at the new release compares with: what it loaded itself where that is known, else
     * what the package names or the only browser loaded, else what another one loaded.
     *
     * @param browser its name, e.g. {@code Firefox}
     */
    public PreviousSighting seenBy(String browser) {
        Map<URI, PageLoads> nearest = new LinkedHashMap<>();
        for (PageLoads loads : pages) {
            nearest.merge(
                    loads.page(), loads, (one, other) -> other.distance(browser) < one.distance(browser) ? other : one);
        }
        return new PreviousSighting(name, retained, isLive, List.copyOf(nearest.values()));
    }

    /**
     * An asset of the release before.
     *
     * @param role what it was for
     * @param answer what answers for it now
     */
    public record Retained(Role role, HttpAnswer answer) {
        /** Rejects null. */
        public Retained {
            requireNonNull(role);
            requireNonNull(answer);
        }
    }

    /**
     * What one page of it loaded.
     *
     * @param page where that page is now
     * @param browser the browser that loaded them, where it was one of several
     * @param isComplete whether a browser loaded them; otherwise they are what the page's HTML named, with the sizes of the
     *     package's files
     * @param assets what it loaded, where it would be now
     */
    public record PageLoads(URI page, Optional<String> browser, boolean isComplete, List<LoadedAsset> assets) {
        /** Copies the list. */
        public PageLoads {
            requireNonNull(page);
            requireNonNull(browser);
            assets = List.copyOf(assets);
        }

        private int distance(String other) {
            return browser.map(own -> own.equals(other) ? 0 : 2).orElse(1);
        }
    }
}
