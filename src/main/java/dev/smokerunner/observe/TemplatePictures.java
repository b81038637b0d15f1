package dev.smokerunner.observe;

import static java.util.stream.Collectors.toCollection;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pictures of templates as their source names them, before a script fills in what they are. Firefox asks for them while it
 * reads ahead, before it knows that they stand in a template; the page never shows them.
 */
final class TemplatePictures {
    /** What no path of a URL may hold (RFC 3986, section 3.3), and marks of templates do. A space is left out: files have it in their names. */
    private static final Pattern UNFILLED = Pattern.compile("[{}<>\\[\\]|^`]");

    private TemplatePictures() {}

    /** The visit without the requests for such pictures. */
    static BrowserVisit without(BrowserVisit visit, Captured<HtmlDocument> html) {
        Set<String> unfilled = html.value().map(TemplatePictures::in).orElse(Set.of());
        return unfilled.isEmpty() ? visit : visit.without(unfilled::contains);
    }

    private static Set<String> in(HtmlDocument html) {
        Set<String> unfilled = named(html, true);
        unfilled.removeAll(named(html, false));
        return unfilled;
    }

    private static Set<String> named(HtmlDocument html, boolean isInert) {
        return html.elements().stream()
                .filter(element -> element.inert() == isInert && element.name().equals("img"))
                .flatMap(picture -> picture.attribute("src").stream())
                .filter(source -> UNFILLED.matcher(source).find())
                .flatMap(source -> UrlResolver.resolve(html.base(), source).stream())
                .map(URI::toString)
                .collect(toCollection(HashSet::new));
    }
}
