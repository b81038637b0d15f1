package dev.smokerunner.check.wording;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.Optional;

/** Where things stand, for people. */
public final class Locations {
    private static final int LONGEST_EXCERPT = 200;

    private Locations() {}

    /** The file that a URL serves: its path, with the index document that a trailing slash stands for. */
    public static String file(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty() || relative.endsWith("/") ? relative + "index.html" : relative;
    }

    /** The place of a character of the page's source. */
    public static Location of(HtmlDocument html, int offset, String excerpt) {
        int lineStart = html.source().lastIndexOf('\n', offset - 1) + 1;
        return new Location(
                file(html.url()), line(html, offset), offset - lineStart + 1, Format.line(excerpt, LONGEST_EXCERPT));
    }

    /** The line of a character, from 1. */
    public static int line(HtmlDocument html, int offset) {
        // From the last tag whose line is known: a page may have thousands of places to tell.
        Optional<SourceRange> before = html.elementBefore(offset).map(HtmlElement::startTag);
        int from = before.map(SourceRange::start).orElse(0);
        int breaks = 0;
        for (int at = html.source().indexOf('\n', from);
                at >= 0 && at < offset;
                at = html.source().indexOf('\n', at + 1)) {
            breaks++;
        }
        return before.map(SourceRange::line).orElse(1) + breaks;
    }

    /** The place of a reference: its tag's, where it stands in one; absent for what only the browser named. */
    public static Optional<Location> of(PageObservation page, Reference reference) {
        return reference.range().map(range -> {
            SourceRange place =
                    element(page, reference).map(HtmlElement::startTag).orElse(range);
            String excerpt = Format.line(reference.excerpt(), LONGEST_EXCERPT);
            return new Location(file(reference.file()), place.line(), place.column(), excerpt);
        });
    }

    /** The element of the page whose start tag makes the reference, if one does. */
    public static Optional<HtmlElement> element(PageObservation page, Reference reference) {
        return page.html()
                .value()
                .filter(html -> reference.file().equals(html.url()))
                .flatMap(html -> reference.range().flatMap(range -> html.elementAt(range.start())));
    }
}
