package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds scripts and style sheets whose address stands only in an attribute that a template engine should have turned into the
 * real one.
 *
 * <p>Browsers know no attribute {@code th:src} (Thymeleaf), {@code :src} and {@code v-bind:src} (Vue), {@code [src]} (Angular) or
 * {@code ng-src} (AngularJS). Frameworks that run in the browser do not bind script tags: they take them out of their templates.
 */
final class TemplateAttributes {
    private static final Pattern BOUND =
            Pattern.compile("(?:[a-z][a-z0-9-]{0,20})?:(src|href)|\\[(src|href)]|(?:ng|data-th)-(src|href)");
    private static final Pattern OF_XML = Pattern.compile("x(link|ml).*");

    private static final Set<String> OF_WHOLE_PAGES = Set.of("ng-app", "data-ng-app", "x-data", "v-scope");

    private TemplateAttributes() {}

    static List<TagTrouble> troubles(HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        if (isBoundAsAWhole(html)) {
            return troubles;
        }
        for (HtmlElement element : html.elements()) {
            unfilled(element)
                    .map(
                            attribute -> TagTrouble.losing(
                                    element.startTag().start(),
                                    element.startTag().end(),
                                    TagKinds.PLACEHOLDER,
                                    "names its file in " + attribute
                                            + " alone: the template engine that makes an address of it did not run, and it loads nothing"))
                    .ifPresent(troubles::add);
        }
        return troubles;
    }

    /** Whether a framework is told in the tag of the page to bind all that is in it, as AngularJS and Alpine.js are. */
    private static boolean isBoundAsAWhole(HtmlDocument html) {
        return html.markup().tags().stream()
                .filter(tag -> tag.name().equals("html"))
                .flatMap(tag -> tag.attributes().stream())
                .anyMatch(attribute -> OF_WHOLE_PAGES.contains(attribute.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> unfilled(HtmlElement element) {
        return switch (element.name()) {
            case "script" ->
                Scripts.isCode(element) && element.text().isBlank() ? bound(element, "src") : Optional.empty();
            case "link" ->
                Scripts.relations(element).contains("stylesheet") ? bound(element, "href") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> bound(HtmlElement element, String attribute) {
        return element.inert() || element.attribute(attribute).isPresent()
                ? Optional.empty()
                : element.attributes().keySet().stream()
                        .filter(name -> name.length() <= 40 && name.contains(attribute))
                        .filter(name -> BOUND.matcher(name).matches()
                                && !OF_XML.matcher(name).matches())
                        .findFirst();
    }
}
