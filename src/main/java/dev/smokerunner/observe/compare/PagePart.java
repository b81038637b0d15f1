package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.PageChange.Touched;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Says what an element is to a page. */
final class PagePart {
    private static final Pattern FOOTER = Pattern.compile("(^|[-_ ])(footer|colophon|copyright|imprint)($|[-_ ])");
    /** A page's last lines do not nest deeper; hostile pages do. */
    private static final int DEEPEST = 20;

    private PagePart() {}

    /** What changes with an element. */
    static Touched of(Element element) {
        return switch (element.normalName()) {
            case "script" ->
                TagSpelling.language(element) == Language.SCRIPT
                                || element.hasAttr("src")
                                || element.attr("type").equals("importmap")
                        ? Touched.SCRIPT
                        : Touched.MINOR;
            case "style" -> Touched.STYLE;
            case "link" -> link(element);
            case "iframe", "object", "embed", "frame" -> Touched.FRAME;
            case "base" -> Touched.POLICY;
            case "meta" ->
                element.hasAttr("http-equiv") || element.attr("name").equals("viewport")
                        ? Touched.POLICY
                        : Touched.MINOR;
            case "form", "input", "select", "textarea", "button" -> Touched.FORM;
            case "title" -> Touched.TEXT;
            case "img" -> isPixel(element) ? Touched.MINOR : Touched.STRUCTURE;
            case "noscript" -> Touched.MINOR;
            default -> Touched.STRUCTURE;
        };
    }

    private static boolean isPixel(Element image) {
        return image.attr("width").matches("[01]") && image.attr("height").matches("[01]")
                || image.attr("style").replace(" ", "").contains("display:none");
    }

    private static Touched link(Element link) {
        String rel = link.attr("rel").toLowerCase(Locale.ROOT).strip();
        return List.of(rel.split("\\s+")).contains("stylesheet") ? Touched.STYLE : Touched.MINOR;
    }

    /** The same, or the footer where it is a word or an element of that. */
    static Touched footed(Element element, Touched touched) {
        boolean isMild = touched == Touched.TEXT || touched == Touched.STRUCTURE;
        return isMild && isInFooter(element) ? Touched.FOOTER : touched;
    }

    private static boolean isInFooter(Element element) {
        Element at = element;
        for (int depth = 0; depth < DEEPEST && at != null; depth++) {
            boolean isFooter = at.normalName().equals("footer")
                    || at.attr("role").equals("contentinfo")
                    || FOOTER.matcher(at.className().toLowerCase(Locale.ROOT)).find()
                    || FOOTER.matcher(at.id().toLowerCase(Locale.ROOT)).find();
            if (isFooter) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
