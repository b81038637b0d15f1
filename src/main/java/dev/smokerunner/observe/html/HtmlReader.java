package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlDocument.HtmlError;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** Reads a page's HTML by the rules that browsers parse it by, without running it. */
public final class HtmlReader {
    /** Complaints beyond this many are not kept: a page that has so many has them everywhere. */
    static final int MOST_ERRORS = 500;

    private HtmlReader() {}

    /**
     * Reads a document; never fails, since every text is some HTML.
     *
     * @param url where it came from, after redirects
     * @param source its text, decoded, without byte order mark
     * @param cut whether the text is only the first part of the document; then nothing is said about its end
     */
    public static HtmlDocument read(URI url, String source, boolean cut) {
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS).setTrackPosition(true);
        Document document = parser.parseInput(source, url.toString());
        LineMap lines = new LineMap(source);
        ElementCollector collector = new ElementCollector(source, lines);
        NodeTraversor.traverse(collector, document);
        List<HtmlElement> elements = collector.elements();
        return new HtmlDocument(
                url,
                base(url, elements),
                source,
                cut,
                document.title(),
                elements,
                errors(parser, lines, source.length()),
                cut ? Optional.empty() : collector.dropped(),
                MarkupReader.read(source));
    }

    private static URI base(URI url, List<HtmlElement> elements) {
        return elements.stream()
                .filter(e -> e.name().equals("base") && !e.inert())
                .flatMap(e -> e.attribute("href").stream())
                .findFirst()
                .flatMap(href -> UrlResolver.resolve(url, href))
                .orElse(url);
    }

    private static List<HtmlError> errors(Parser parser, LineMap lines, int length) {
        return parser.getErrors().stream()
                .map(error -> error(error, lines, length))
                .toList();
    }

    private static HtmlError error(ParseError error, LineMap lines, int length) {
        int offset = Math.min(Math.max(0, error.getPosition()), length);
        SourceRange range = lines.range(offset, offset);
        return new HtmlError(error.getErrorMessage(), offset, range.line(), range.column());
    }
}
