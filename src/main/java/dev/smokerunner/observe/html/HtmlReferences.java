package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.html.Mentions.Mention;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a page's HTML makes a browser load, without running its scripts. */
public final class HtmlReferences {
    private static final Pattern REFRESH = Pattern.compile(
            "\\s*[\\d.]+\\s*[;,]?\\s*(?:url\\s*=\\s*)?(?:\"([^\"]*)|'([^']*)|(.*))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String LATER = "data-src";

    private final LineMap lines;
    private final Mentions mentions;

    private HtmlReferences(HtmlDocument document, Predicate<URI> firstParty) {
        this.lines = new LineMap(document.source());
        this.mentions = new Mentions(document.url(), document.base(), firstParty);
    }

    /**
     * The references of a page in source order, at most {@value Mentions#MOST}.
     *
     * <p>What stands in comments, {@code noscript} and {@code template} is left out, and so are links that only a person
     * follows. A text that is no URL is a reference without URL; it counts as the page's own.
     *
     * @param document the page
     * @param firstParty whether a URL belongs to the page's own site
     */
    public static List<Reference> of(HtmlDocument document, Predicate<URI> firstParty) {
        HtmlReferences references = new HtmlReferences(document, firstParty);
        document.elements().stream().filter(e -> !e.inert()).forEach(references::see);
        List<Reference> all = new ArrayList<>(references.mentions.all());
        document.scripts().stream()
                .filter(script -> !script.inert() && ImportMap.isImportMap(script))
                .forEach(map -> all.addAll(TableReferences.ofImportMap(document, map, firstParty)));
        return List.copyOf(all);
    }

    private void see(HtmlElement element) {
        switch (element.name()) {
            case "script" -> script(element);
            case "link" -> LinkReferences.see(element, mentions);
            case "style" -> styleElement(element);
            case "meta" -> meta(element);
            case "iframe", "frame" -> attribute(element, "src", Role.DOCUMENT);
            case "object" -> attribute(element, "data", Role.OTHER);
            case "embed", "track", "audio" -> attribute(element, "src", Role.OTHER);
            case "video" -> {
                attribute(element, "src", Role.OTHER);
                attribute(element, "poster", Role.IMAGE);
            }
            case "source" -> source(element);
            case "img", "input" -> {
                attribute(element, "src", Role.IMAGE);
                srcset(element);
            }
            case "image", "use", "feimage" -> {
                attribute(element, "href", Role.IMAGE);
                attribute(element, "xlink:href", Role.IMAGE);
            }
            default -> {
                // Everything else can only carry a picture.
            }
        }
        attribute(element, "background", Role.IMAGE);
        element.attribute("style").ifPresent(css -> styleAttribute(element, css));
    }

    private void script(HtmlElement element) {
        String type = element.attribute("type").orElse("").strip().toLowerCase(java.util.Locale.ROOT);
        if (type.equals("importmap")) {
            ImportMap.urls(element.text()).forEach(url -> mentions.add(html(element, url, Role.MODULE)));
            return;
        }
        attribute(element, "src", ScriptTypes.role(type));
        element.attribute("data-main")
                .map(RequireJs::mainScript)
                .ifPresent(file -> mentions.add(html(element, file, Role.SCRIPT)));
        if (element.text().contains(LATER)) {
            // Code that hands its own attribute to a loader, as builds for old browsers have it.
            attribute(element, LATER, Role.SCRIPT);
        }
    }

    private void attribute(HtmlElement element, String name, Role role) {
        element.attribute(name).ifPresent(value -> mentions.add(html(element, value, role)));
    }

    private void source(HtmlElement element) {
        attribute(element, "src", Role.OTHER);
        srcset(element);
    }

    private void srcset(HtmlElement element) {
        element.attribute("srcset")
                .ifPresent(value -> Srcset.urls(value).forEach(url -> mentions.add(html(element, url, Role.IMAGE))));
    }

    private void meta(HtmlElement element) {
        if (element.attribute("http-equiv").orElse("").strip().equalsIgnoreCase("refresh")) {
            Matcher matcher = REFRESH.matcher(element.attribute("content").orElse(""));
            if (matcher.lookingAt()) {
                String url = first(matcher);
                mentions.add(html(element, url.strip(), Role.DOCUMENT));
            }
        }
    }

    private static String first(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private void styleElement(HtmlElement element) {
        int start = element.startTag().end();
        for (CssScanner.CssUrl url : new CssScanner(element.text(), Mentions.MOST).scan()) {
            css(url, element.text(), lines.range(start + url.start(), start + url.end()));
        }
    }

    private void styleAttribute(HtmlElement element, String css) {
        for (CssScanner.CssUrl url : new CssScanner(css, Mentions.MOST).scan()) {
            css(url, css, element.startTag());
        }
    }

    private void css(CssScanner.CssUrl url, String css, SourceRange range) {
        if (CssReferences.isLoaded(url)) {
            mentions.add(new Mention(
                    url.raw(),
                    CssReferences.role(url),
                    Origin.CSS,
                    Optional.of(range),
                    css.substring(url.start(), url.end())));
        }
    }

    static Mention html(HtmlElement element, String raw, Role role) {
        return new Mention(raw, role, Origin.HTML, Optional.of(element.startTag()), element.tag());
    }
}
