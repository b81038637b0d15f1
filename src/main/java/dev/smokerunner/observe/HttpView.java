package dev.smokerunner.observe;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.SourceRange;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page as plain HTTP shows it.
 *
 * @param document what answered for the page
 * @param html the page's HTML
 * @param references what the HTML, its style sheets and its scripts mention
 * @param assets what answered for them
 * @param madeUp what answered for an asset that cannot exist; absent where it was not asked
 * @param unclosed the innermost bracket that the end of a script leaves open, by the script's URL
 * @param builds what the page's HTML named in each of several answers; empty where it was asked for once
 * @param notes what was not looked at, and why
 */
record HttpView(
        HttpAnswer document,
        Captured<HtmlDocument> html,
        List<Reference> references,
        Map<URI, HttpAnswer> assets,
        Optional<HttpAnswer> madeUp,
        Map<URI, SourceRange> unclosed,
        List<Set<URI>> builds,
        List<String> notes) {

    /** Copies the collections and keeps their order: what is judged later must not depend on chance. */
    HttpView {
        references = List.copyOf(references);
        unclosed = Map.copyOf(unclosed);
        builds = List.copyOf(builds);
        notes = List.copyOf(notes);
        assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
    }

    /** A view of which nobody has looked yet how its scripts end. */
    HttpView(
            HttpAnswer document,
            Captured<HtmlDocument> html,
            List<Reference> references,
            Map<URI, HttpAnswer> assets,
            Optional<HttpAnswer> madeUp,
            List<Set<URI>> builds,
            List<String> notes) {
        this(document, html, references, assets, madeUp, Map.of(), builds, notes);
    }

    /** The same with the brackets that its scripts leave open. */
    HttpView withUnclosed(Map<URI, SourceRange> seen) {
        return new HttpView(document, html, references, assets, madeUp, seen, builds, notes);
    }

    /** The same with what the page's HTML named in several answers. */
    HttpView withBuilds(List<Set<URI>> seen) {
        return new HttpView(document, html, references, assets, madeUp, unclosed, seen, notes);
    }
}
