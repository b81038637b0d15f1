package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the element that a browser with scripting puts away with the whole rest of the page, because it is never closed. */
final class OpenHiding {
    private static final Set<String> HIDING = Set.of("noscript", "template");
    private static final Pattern LOADING_TAG =
            Pattern.compile("<script\\b[^>]*\\bsrc\\s*=|<link\\b[^>]*\\bhref\\s*=", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 20;

    private OpenHiding() {}

    /** The first such element that has tags behind it which would load something. */
    static Optional<HtmlElement> of(HtmlDocument html) {
        return html.elements().stream()
                .filter(element -> HIDING.contains(element.name()) && !element.closed() && !element.inert())
                // Each look goes to the end of the page.
                .limit(MOST)
                .filter(element -> !html.cut() && hidesTheRest(html, element))
                .findFirst();
    }

    private static boolean hidesTheRest(HtmlDocument html, HtmlElement element) {
        String behind = html.source().substring(element.startTag().end());
        return !behind.contains("</" + element.name())
                && LOADING_TAG.matcher(behind).find();
    }
}
