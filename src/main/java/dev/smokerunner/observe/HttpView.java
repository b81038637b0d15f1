package dev.smokerunner.observe;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Reference;
import java.net.URI;
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
        HttpAnswer document, Captured<HtmlDocument> html, List<Reference> references, Map<URI, HttpAnswer> assets) {}
