package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.url.LenientUri;

/** Reads a page's outline from what the page answered. */
final class OutlineReader {
    private OutlineReader() {}

    static PageOutline read(Fields outline) {
        return new PageOutline(
                outline.list("parts").stream().map(OutlineReader::part).toList(),
                outline.texts("links").stream().map(LenientUri::of).toList());
    }

    private static PageOutline.Part part(Fields part) {
        return new PageOutline.Part(
                part.textOr("tag", ""),
                part.textOr("id", ""),
                part.textOr("name", ""),
                part.textOr("role", ""),
                part.textOr("text", ""));
    }
}
