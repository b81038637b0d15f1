package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.select.NodeVisitor;

/** Walks a parsed tree once and keeps the elements that matter, and how far the tree covers the source. */
final class ElementCollector implements NodeVisitor {
    private static final Set<String> KEPT = Set.of(
            "script",
            "link",
            "style",
            "title",
            "textarea",
            "base",
            "meta",
            "img",
            "image",
            "use",
            "form",
            "picture",
            "source",
            "video",
            "audio",
            "track",
            "iframe",
            "frame",
            "embed",
            "object",
            "noscript",
            "template",
            "feimage");
    private static final Set<String> INERT = Set.of("noscript", "template");

    private final String source;
    private final LineMap lines;
    private final List<HtmlElement> elements = new ArrayList<>();
    private Optional<SourceRange> openComment = Optional.empty();
    private int covered;
    private int inertDepth;

    ElementCollector(String source, LineMap lines) {
        this.source = source;
        this.lines = lines;
    }

    /** The elements in source order: the tree's order differs where the parser moved something. */
    List<HtmlElement> elements() {
        elements.sort(Comparator.comparingInt(e -> e.startTag().start()));
        return elements;
    }

    /** The end of the source that is in no node, because its last tag or comment never ends. */
    Optional<SourceRange> dropped() {
        if (openComment.isPresent()) {
            return openComment;
        }
        int start = OpenEnd.of(source, covered);
        return start < source.length() ? Optional.of(lines.range(start, source.length())) : Optional.empty();
    }

    @Override
    public void head(Node node, int depth) {
        Range range = node.sourceRange();
        if (range.isTracked() && !range.isImplicit()) {
            covered = Math.max(covered, range.endPos());
        }
        if (node instanceof Comment && range.isTracked()) {
            seeComment(range);
        }
        if (node instanceof Element element) {
            see(element, range);
            inertDepth += isInert(element) ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            inertDepth -= isInert(element) ? 1 : 0;
            Range end = element.endSourceRange();
            if (end.isTracked() && !end.isImplicit()) {
                covered = Math.max(covered, end.endPos());
            }
        }
    }

    /** A shadow root that is declared in the page is a part of what it shows. */
    private static boolean isInert(Element element) {
        return INERT.contains(name(element)) && !element.hasAttr("shadowrootmode");
    }

    private void seeComment(Range range) {
        String text = source.substring(range.startPos(), range.endPos());
        if (range.endPos() == source.length() && !isComplete(text)) {
            openComment = Optional.of(lines.range(range.startPos(), range.endPos()));
        }
    }

    private static boolean isComplete(String comment) {
        if (!comment.startsWith("<!--")) {
            return comment.endsWith(">");
        }
        return comment.endsWith("-->") || comment.endsWith("--!>") || comment.equals("<!-->");
    }

    private void see(Element element, Range range) {
        if (!range.isTracked() || range.isImplicit() || !isKept(element)) {
            return;
        }
        elements.add(new HtmlElement(
                name(element),
                attributes(element),
                lines.range(range.startPos(), range.endPos()),
                source.substring(range.startPos(), range.endPos()),
                text(element),
                isClosed(element, range),
                inertDepth > 0));
    }

    private static boolean isKept(Element element) {
        return KEPT.contains(name(element))
                || element.hasAttr("background")
                || element.hasAttr("formaction")
                || element.hasAttr("data-cfemail")
                || (name(element).equals("input") && element.attr("type").equalsIgnoreCase("image"))
                || element.attr("style").toLowerCase(Locale.ROOT).contains("url(");
    }

    private static String name(Element element) {
        return element.normalName();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            attributes.putIfAbsent(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
        }
        return attributes;
    }

    private static String text(Element element) {
        return switch (name(element)) {
            case "script", "style" -> element.data().isEmpty() ? element.wholeOwnText() : element.data();
            case "title", "textarea" -> element.wholeOwnText();
            default -> "";
        };
    }

    /** A tag that closes itself counts where it may: elsewhere the parser ignores the slash. */
    private boolean isClosed(Element element, Range range) {
        boolean selfClosed = element.tag().namespace().endsWith("svg")
                && source.substring(range.startPos(), range.endPos()).endsWith("/>");
        return selfClosed
                || element.tag().isEmpty()
                || !element.endSourceRange().isImplicit();
    }
}
