package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * A URL that the page's HTML, CSS or scripts mention, or that the browser asked for.
 *
 * @param raw the text as it stands there
 * @param url what it resolves to, without fragment; absent where it is no URL
 * @param role what it is for
 * @param firstParty whether it belongs to the page's own site
 * @param origin who mentions it
 * @param file the URL of the file that mentions it
 * @param range where in that file; absent for what only the browser named
 * @param excerpt the tag or rule that mentions it
 * @param demands what must be true of it there beyond its role
 */
public record Reference(
        String raw,
        Optional<URI> url,
        Role role,
        boolean firstParty,
        Origin origin,
        URI file,
        Optional<SourceRange> range,
        String excerpt,
        Demands demands) {

    /** Rejects null. */
    public Reference {
        requireNonNull(raw);
        requireNonNull(url);
        requireNonNull(role);
        requireNonNull(origin);
        requireNonNull(file);
        requireNonNull(range);
        requireNonNull(excerpt);
        requireNonNull(demands);
    }

    /** A reference that demands nothing beyond its role. */
    public Reference(
            String raw,
            Optional<URI> url,
            Role role,
            boolean firstParty,
            Origin origin,
            URI file,
            Optional<SourceRange> range,
            String excerpt) {
        this(raw, url, role, firstParty, origin, file, range, excerpt, Demands.NONE);
    }

    /** Whether it says something of the file and asks for it no more than the import map's {@code integrity} does. */
    public boolean isOnlyStated() {
        return origin == Origin.TABLE && demands.isFor(StatedDigest.Keeper.MODULES);
    }

    /** Who mentions a reference. */
    public enum Origin {
        /** A tag of the page. */
        HTML,
        /** A style sheet, or a style element or attribute. */
        CSS,
        /** A script's text. */
        SCRIPT,
        /** A list of the deployment's files, such as a service worker's hash table. */
        TABLE,
        /** Nothing that was read: the browser asked for it. */
        BROWSER
    }
}
