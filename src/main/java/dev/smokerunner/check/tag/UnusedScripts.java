package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds scripts that are named and never run, on pages that run no other: announced only, put away, or for old browsers.
 *
 * <p>Where another script runs, it may well use them; an inline one only where its code can load something.
 */
final class UnusedScripts {
    private static final Pattern OWN_FILE = Pattern.compile("^(?![a-zA-Z][\\w+.-]*:|//)[^?#]*\\.m?js([?#].*)?$");

    /** The ways in which code of a page gets a script to run; a theme's switch or a snippet of settings has none of them. */
    private static final Pattern LOADING = Pattern.compile(
            "\\bimport\\b"
                    // Any element that the code says, and no other than a script.
                    + "|createElement(?!\\s*\\(\\s*([\"'`])(?!script\\1)[\\w-]+\\1)|\\.src\\b|document\\.write|importScripts|\\brequire|\\bSystem\\.|\\bfetch\\b");

    private final HtmlDocument html;

    UnusedScripts(HtmlDocument html) {
        this.html = html;
    }

    /** The first such tag; none where the page runs a script. */
    List<TagTrouble> troubles() {
        boolean runs = html.scripts().stream().anyMatch(UnusedScripts::mayRunOthers);
        List<TagTrouble> troubles = new ArrayList<>();
        // What an open noscript or template takes with it is told by that.
        if (!runs && !html.cut() && OpenHiding.of(html).isEmpty()) {
            html.elements().stream()
                    .flatMap(element -> unused(element)
                            .map(flaw -> TagTrouble.losing(
                                    element.startTag().start(),
                                    element.startTag().end(),
                                    flaw))
                            .stream())
                    .findFirst()
                    .ifPresent(troubles::add);
        }
        return troubles;
    }

    private static boolean mayRunOthers(HtmlElement script) {
        return Scripts.isCode(script)
                && Scripts.isFilled(script)
                && script.attribute("nomodule").isEmpty()
                && (script.attribute("src").isPresent()
                        || LOADING.matcher(script.text()).find());
    }

    private Optional<TagFlaw> unused(HtmlElement element) {
        return switch (element.name()) {
            case "link" ->
                isScript(element) && names(element, "href")
                        ? Optional.of(
                                new TagFlaw(TagKinds.ONLY_ANNOUNCED, "only announces the script, and no tag runs it"))
                        : Optional.empty();
            case "script" -> unusedScript(element);
            default -> Optional.empty();
        };
    }

    private static boolean isScript(HtmlElement link) {
        return Scripts.relations(link).contains("modulepreload")
                || Scripts.relations(link).contains("preload")
                        && link.attribute("as").orElse("").equalsIgnoreCase("script");
    }

    private Optional<TagFlaw> unusedScript(HtmlElement script) {
        if (names(script, "src")) {
            boolean isForOld = script.attribute("nomodule").isPresent() && !hasModule() && !isPolyfill(script);
            return script.inert()
                    ? Optional.of(new TagFlaw(
                            TagKinds.PUT_AWAY,
                            "stands in a noscript or template, where no browser with scripting runs it"))
                    : Optional.of(
                                    new TagFlaw(
                                            TagKinds.NOMODULE_ALONE,
                                            "is only for browsers that know no modules, and the module script for all others is gone"))
                            .filter(what -> isForOld);
        }
        return script.attributes().keySet().stream().anyMatch(name -> name.startsWith("data-") && names(script, name))
                ? Optional.of(new TagFlaw(
                        TagKinds.SOURCE_UNREAD, "has no src, and no script runs that could read where it is"))
                : Optional.empty();
    }

    /** Whether the module stands in the page, for which the file is what old browsers get. */
    private boolean hasModule() {
        return html.scripts().stream()
                .anyMatch(script -> Scripts.isCode(script) && Scripts.isModule(script) && Scripts.isFilled(script));
    }

    private static boolean isPolyfill(HtmlElement script) {
        return script.attribute("src")
                .filter(file -> file.contains("polyfill") || file.contains("shim"))
                .isPresent();
    }

    private static boolean names(HtmlElement element, String attribute) {
        return element.attribute(attribute)
                .filter(value -> OWN_FILE.matcher(value.strip()).matches())
                .isPresent();
    }
}
