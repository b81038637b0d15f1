package dev.smokerunner.check;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.html.MarkupReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** Turns a few lines of HTML into the facts that checks read, without the rules of the real observer. */
final class SourceReader {
    private SourceReader() {}

    static HtmlDocument read(URI url, String source, boolean cut) {
        Parser parser = Parser.htmlParser().setTrackErrors(50).setTrackPosition(true);
        List<HtmlElement> elements = new ArrayList<>();
        for (Element element : Jsoup.parse(source, url.toString(), parser)
                .select("base,script,link,img,iframe,meta,noscript,template,form,[formaction]")) {
            elements.add(element(element, source));
        }
        Optional<SourceRange> dropped = parser.getErrors().stream()
                .filter(error -> error.getErrorMessage().contains("end of file"))
                .findFirst()
                .map(error -> new SourceRange(Math.max(0, source.length() - 1), source.length(), 1, 1));
        return new HtmlDocument(url, url, source, cut, "", elements, List.of(), dropped, MarkupReader.read(source));
    }

    /** The references of the tags' {@code src} and {@code href}, and where a refresh leads. */
    static List<Reference> references(HtmlDocument html) {
        List<Reference> references = new ArrayList<>();
        for (HtmlElement element : html.elements()) {
            named(element)
                    .flatMap(raw -> url(html.url(), raw).map(url -> reference(html, element, raw, url)))
                    .ifPresent(references::add);
        }
        return references;
    }

    private static Optional<String> named(HtmlElement element) {
        return switch (element.name()) {
            case "link" -> element.attribute("href");
            case "meta" ->
                element.attribute("content")
                        .filter(content -> element.attribute("http-equiv").isPresent() && content.contains("url="))
                        .map(content -> content.substring(content.indexOf("url=") + 4));
            default -> element.attribute("src");
        };
    }

    private static Reference reference(HtmlDocument html, HtmlElement element, String raw, URI url) {
        boolean isOwn = url.getHost() != null && url.getHost().equals(html.url().getHost());
        return new Reference(
                raw,
                Optional.of(url),
                role(element),
                isOwn,
                Reference.Origin.HTML,
                html.url(),
                Optional.of(element.startTag()),
                element.tag());
    }

    private static Role role(HtmlElement element) {
        String rel = element.attribute("rel").orElse("");
        return switch (element.name()) {
            case "script" -> element.attribute("type").filter("module"::equals).isPresent() ? Role.MODULE : Role.SCRIPT;
            case "img" -> Role.IMAGE;
            case "iframe", "meta" -> Role.DOCUMENT;
            default ->
                switch (rel) {
                    case "icon" -> Role.ICON;
                    case "manifest" -> Role.MANIFEST;
                    case "stylesheet" -> Role.STYLE;
                    default -> element.attribute("as").filter("font"::equals).isPresent() ? Role.FONT : Role.SCRIPT;
                };
        };
    }

    private static Optional<URI> url(URI base, String raw) {
        try {
            return Optional.of(base.resolve(
                    raw.strip().replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    private static HtmlElement element(Element element, String source) {
        Range range = element.sourceRange();
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach(a -> attributes.putIfAbsent(a.getKey(), a.getValue()));
        boolean isVoid = element.tag().isEmpty();
        return new HtmlElement(
                element.normalName(),
                attributes,
                new SourceRange(
                        range.startPos(),
                        range.endPos(),
                        range.start().lineNumber(),
                        range.start().columnNumber()),
                source.substring(range.startPos(), range.endPos()),
                element.data(),
                isVoid || !element.endSourceRange().isImplicit(),
                element.parents().stream().anyMatch(p -> p.normalName().matches("noscript|template")));
    }
}
