package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.LoadedAsset;
import java.net.URI;
import java.util.List;

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
     * @param isComplete whether a browser loaded them; otherwise they are what the page's HTML named, with the sizes of the
     *     package's files
     * @param assets what it loaded, where it would be now
     */
    public record PageLoads(URI page, boolean isComplete, List<LoadedAsset> assets) {
        /** Copies the list. */
        public PageLoads {
            requireNonNull(page);
            assets = List.copyOf(assets);
        }
    }
}
