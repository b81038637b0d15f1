package dev.smokerunner.observe;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page as plain HTTP shows it.
 *
 * @param document what answered for the page
 * @param html the page's HTML
 * @param references what the HTML and its style sheets mention
 * @param assets what answered for them
 */
record HttpView(
        HttpAnswer document, Captured<HtmlDocument> html, List<Reference> references, Map<URI, HttpAnswer> assets) {

    /** Copies the collections and keeps their order: what is judged later must not depend on chance. */
    HttpView {
        references = List.copyOf(references);
        assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
    }
}
