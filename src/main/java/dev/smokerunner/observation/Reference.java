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
 */
public record Reference(
        String raw,
        Optional<URI> url,
        Role role,
        boolean firstParty,
        Origin origin,
        URI file,
        Optional<SourceRange> range,
        String excerpt) {

    /** Rejects null. */
    public Reference {
        requireNonNull(raw);
        requireNonNull(url);
        requireNonNull(role);
        requireNonNull(origin);
        requireNonNull(file);
        requireNonNull(range);
        requireNonNull(excerpt);
    }

    /** Who mentions a reference. */
    public enum Origin {
        /** A tag of the page. */
        HTML,
        /** A style sheet, or a style element or attribute. */
        CSS,
        /** A script's text. */
        SCRIPT,
        /** Nothing that was read: the browser asked for it. */
        BROWSER
    }
}
