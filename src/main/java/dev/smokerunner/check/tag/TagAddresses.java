package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds script and link tags that are well formed and point nowhere, because of what stands in their address. */
final class TagAddresses {
    /** What template languages write around the names of their values, and what only they write. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<%|%>|<\\?|\\$\\{|#\\{|@\\{|\\{\\{|\\}\\}|\\{%|@@\\w"
            + "|\\[object Object\\]|%5Bobject%20Object%5D"
            + "|__[A-Z][A-Z0-9_]*__"
            // Two hexadecimal digits behind a percent sign may be an escaped character.
            + "|%(?![A-F][A-F0-9])[A-Z][A-Z0-9_]{2,}%");
    /** The same among the braces of JSON. */
    private static final Pattern IN_JSON = Pattern.compile("<%|<\\?|\\$\\{|\\{\\{|\\{%|@@\\w|__[A-Z][A-Z0-9_]*__");
    /** What code makes of a value that it does not have. */
    private static final Pattern NO_VALUE =
            Pattern.compile("(?<!\\bis)(^|[/=.\\-_])undefined([/&.?#]|$)|(^|[/=])(null|NaN)([/&?#]|$)");
    /** What may be a name as well: only where nothing answers to it. */
    private static final Pattern PERHAPS = Pattern.compile("\\[(hash|name|chunkhash|contenthash|fullhash)(:\\d+)?\\]"
            + "|(^|/)\\$([A-Z_]{2,}(/|$)|\\()"
            + "|%[A-F][A-F0-9][A-Z0-9_]+%");

    /** At either end; within a name it may be an apostrophe. */
    private static final String CURLY = "(?:[\u2018\u2019\u201c\u201d\u201e]|%E2%80%9[89CDE])";

    private static final Pattern IN_CURLY_QUOTES =
            Pattern.compile("^" + CURLY + "|" + CURLY + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRAY = Pattern.compile("^[\"'\u00a0\u200b\ufeff]|[\"'\u00a0\u200b\ufeff]$");
    private static final Set<String> LOADING_RELATIONS =
            Set.of("stylesheet", "preload", "modulepreload", "icon", "manifest", "apple-touch-icon");

    private final PageObservation page;

    private TagAddresses(PageObservation page) {
        this.page = page;
    }

    /** The tags that point nowhere, in source order. */
    static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        TagAddresses addresses = new TagAddresses(page);
        List<TagTrouble> troubles = new ArrayList<>();
        for (HtmlElement element : html.elements()) {
            if (!element.inert()) {
                addresses.trouble(element).ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    private Optional<TagTrouble> trouble(HtmlElement element) {
        return switch (element.name()) {
            case "script" ->
                Scripts.isImportMap(element)
                        ? importMap(element)
                        : address(element, "src").or(() -> address(element, "data-main"));
            case "link" -> loads(element) ? address(element, "href") : Optional.empty();
            case "img" -> emptyPicture(element);
            default -> Optional.empty();
        };
    }

    /** A picture without address that visitors see as a broken one; most are filled in by a script. */
    private Optional<TagTrouble> emptyPicture(HtmlElement element) {
        boolean isEmpty = element.attribute("src").filter(String::isBlank).isPresent()
                && element.attribute("srcset").isEmpty();
        boolean isSeen = page.browser()
                .value()
                .map(BrowserVisit::rendered)
                .flatMap(Captured::value)
                .filter(shown -> shown.emptyPictures().stream().anyMatch(tag -> isSame(tag, element)))
                .isPresent();
        return isEmpty && isSeen
                ? Optional.of(trouble(
                        element,
                        TagKinds.ADDRESS_EMPTY,
                        "has an empty src: visitors see a broken picture",
                        Severity.SEV3))
                : Optional.empty();
    }

    /** Whether a tag of the rendered page may be one of the source: by the text that stands for the picture. */
    private static boolean isSame(String rendered, HtmlElement element) {
        String text = element.attribute("alt").orElse("");
        return text.isEmpty() ? !rendered.contains("alt=\"") || rendered.contains("alt=\"\"") : rendered.contains(text);
    }

    private static Optional<TagTrouble> importMap(HtmlElement element) {
        return IN_JSON.matcher(element.text()).find()
                ? Optional.of(trouble(
                        element,
                        TagKinds.PLACEHOLDER,
                        "is an import map with a placeholder that was never filled in",
                        Severity.SEV2))
                : Optional.empty();
    }

    private Optional<TagTrouble> address(HtmlElement element, String attribute) {
        return element.attribute(attribute)
                .filter(value -> !value.startsWith("data:"))
                .flatMap(value -> {
                    if (value.isBlank()) {
                        return isOptional(element) || PageCode.looksUp(page, element)
                                ? Optional.empty()
                                : Optional.of(trouble(
                                        element, TagKinds.ADDRESS_EMPTY, "has an empty " + attribute, Severity.SEV2));
                    }
                    if (IN_CURLY_QUOTES.matcher(value).find()) {
                        return Optional.of(trouble(
                                element,
                                TagKinds.QUOTES_TYPOGRAPHIC,
                                "has typographic quotes around its " + attribute
                                        + ", which the browser takes for a part of the name",
                                Severity.SEV2));
                    }
                    return STRAY.matcher(value).find() && !isAnswered(element)
                            ? Optional.of(trouble(
                                    element,
                                    TagKinds.ADDRESS_STRAY_CHARACTER,
                                    "has a quote or an invisible character too many in its " + attribute
                                            + ", which the browser takes for a part of the name",
                                    Severity.SEV2))
                            : placeholder(element, attribute, value);
                });
    }

    private Optional<TagTrouble> placeholder(HtmlElement element, String attribute, String value) {
        String path = value.split("[?#]", 2)[0];
        boolean isInPath = PLACEHOLDER.matcher(path).find()
                || NO_VALUE.matcher(path).find()
                || PERHAPS.matcher(path).find() && !isAnswered(element);
        boolean isTemplate = PLACEHOLDER.matcher(value).find();
        if (!isInPath && !isTemplate && !NO_VALUE.matcher(value).find()) {
            return Optional.empty();
        }
        // In a query it hides from caches that the file is new, but the file comes.
        Severity inQuery = isTemplate ? Severity.SEV3 : Severity.SEV4;
        return Optional.of(trouble(
                element,
                TagKinds.PLACEHOLDER,
                "has a placeholder in its " + attribute + " that was never filled in: " + Format.line(value, 120),
                isInPath || !isAnswered(element) ? Severity.SEV2 : inQuery));
    }

    /** Whether what it names came over plain HTTP. */
    private boolean isAnswered(HtmlElement element) {
        return page.references().stream()
                .filter(reference -> Locations.element(page, reference)
                        .filter(element::equals)
                        .isPresent())
                .flatMap((Reference reference) -> reference.url().stream())
                .flatMap(url -> page.asset(url).stream())
                .anyMatch(HttpAnswer::isOk);
    }

    private static TagTrouble trouble(HtmlElement element, Kind kind, String what, Severity impact) {
        return TagTrouble.of(element.startTag().start(), element.startTag().end(), kind, what, impact);
    }

    /**
     * An empty icon is how pages say that they have none; a data block may carry an empty src as data; a picture may have its
     * addresses in another attribute.
     */
    private static boolean isOptional(HtmlElement element) {
        return element.name().equals("script")
                ? !Scripts.isCode(element)
                : Scripts.relations(element).contains("icon")
                        || element.attribute("imagesrcset").isPresent();
    }

    private static boolean loads(HtmlElement link) {
        return Scripts.relations(link).stream().anyMatch(LOADING_RELATIONS::contains);
    }
}
