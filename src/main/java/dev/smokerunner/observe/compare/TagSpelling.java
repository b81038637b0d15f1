package dev.smokerunner.observe.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** A tag in one spelling: its attributes in the order of their names, without those that say what holds anyway. */
final class TagSpelling {
    /** The attributes that hold by being there (HTML, "boolean attribute"). */
    private static final Set<String> FLAGS =
            Set.of(("allowfullscreen async autofocus autoplay checked controls default defer disabled "
                            + "formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open "
                            + "playsinline readonly required reversed selected")
                    .split(" "));
    /** What an attribute says that need not be said (HTML: the "missing value default"). */
    private static final Set<String> DEFAULTS = Set.of(
            "style type=text/css",
            "link type=text/css",
            "style media=all",
            "link media=all",
            "input type=text",
            "form method=get",
            "script language=javascript",
            "script charset=utf-8");
    /** The essence matches of a JavaScript MIME type that are in use (WHATWG MIME Sniffing). */
    private static final Pattern SCRIPT_TYPE =
            Pattern.compile("|(text|application)/(x-)?(java|ecma)script", Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON_TYPE = Pattern.compile(
            "(application|text)/([\\w.-]+\\+)?json|importmap|speculationrules", Pattern.CASE_INSENSITIVE);

    private TagSpelling() {}

    /** The start tag of an element. */
    static String of(Element element) {
        StringBuilder tag = new StringBuilder("<").append(element.normalName());
        attributes(element).forEach((name, value) -> tag.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\"", "&quot;"))
                .append('"'));
        return tag.append('>').toString();
    }

    /** Its attributes by name, each value in one spelling. */
    static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            String value = isOfViewport(element, name)
                    ? viewport(attribute.getValue())
                    : value(name.toLowerCase(Locale.ROOT), attribute.getValue());
            if (!isDefault(element.normalName(), name.toLowerCase(Locale.ROOT), value)) {
                attributes.putIfAbsent(name, value);
            }
        }
        return attributes;
    }

    /** What the text of a script or style is written in. */
    static Language language(Element element) {
        String type = element.attr("type").strip();
        if (element.normalName().equals("style")) {
            return Language.STYLE;
        }
        boolean isScript = SCRIPT_TYPE.matcher(type).matches() || type.equalsIgnoreCase("module");
        if (!element.normalName().equals("script")) {
            return Language.OTHER;
        }
        return isScript ? Language.SCRIPT : JSON_TYPE.matcher(type).matches() ? Language.JSON : Language.OTHER;
    }

    private static boolean isOfViewport(Element element, String name) {
        return name.equalsIgnoreCase("content") && element.attr("name").strip().equalsIgnoreCase("viewport");
    }

    /** Blanks beside separators, and zeros at the end of a fraction, say nothing (CSS Viewport 1, "Parsing algorithm"). */
    private static String viewport(String value) {
        return value.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*([,;=])\\s*", "$1")
                .replaceAll("(=\\d+)\\.0+(?=[,;\\s]|$)", "$1");
    }

    private static String value(String name, String value) {
        if (FLAGS.contains(name)) {
            return "";
        }
        return switch (name) {
            case "class", "rel", "sizes", "srcset" -> value.strip().replaceAll("\\s+", " ");
            case "style" -> StyleSpelling.of(value);
            case "crossorigin" -> value.equalsIgnoreCase("anonymous") ? "" : value;
            case "type" -> value.strip().toLowerCase(Locale.ROOT);
            case "src", "href", "action" -> value.strip();
            default -> value;
        };
    }

    private static boolean isDefault(String tag, String name, String value) {
        boolean isScript = tag.equals("script") && name.equals("type");
        return isScript && SCRIPT_TYPE.matcher(value).matches()
                || DEFAULTS.contains(tag + " " + name + "=" + value.toLowerCase(Locale.ROOT));
    }
}
