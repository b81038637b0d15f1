package dev.smokerunner.check;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds script and link tags that are well formed and point nowhere. */
final class TagAddresses {
    private static final Pattern PLACEHOLDER = Pattern.compile("<%|%>|<\\?|\\$\\{|#\\{|\\{\\{|\\}\\}|\\{%|@@\\w"
            + "|\\[object Object\\]|%5Bobject%20Object%5D"
            + "|__[A-Z][A-Z0-9_]*__"
            // Two hexadecimal digits between percent signs are an escaped character.
            + "|%[A-Z][A-Z0-9_]{2,}%"
            + "|(?<!\\bis)(^|[/=.\\-_])undefined([/&.?#]|$)"
            + "|(^|[/=])(null|NaN)([/&?#]|$)");
    private static final Pattern CURLY_QUOTE =
            Pattern.compile("[\u2018\u2019\u201c\u201d\u201e]|%E2%80%9[89CDE]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("\\.(css|m?js|json|png|svg|ico|woff2?)\\b");
    private static final Set<String> LOADING_RELATIONS =
            Set.of("stylesheet", "preload", "modulepreload", "icon", "manifest", "apple-touch-icon");
    private static final Set<String> SOURCE_ATTRIBUTES =
            Set.of("async", "defer", "crossorigin", "integrity", "nomodule");
    private static final List<String> CODE_TYPES = List.of("text/javascript", "application/javascript", "module");
    private static final int MOST_TYPOS = 2;
    private static final int LONGEST_TYPE = 40;

    private TagAddresses() {}

    /** The tags that point nowhere, in source order. */
    static List<TagTrouble> troubles(HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        for (HtmlElement element : html.elements()) {
            if (!element.inert()) {
                trouble(element).ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    private static Optional<TagTrouble> trouble(HtmlElement element) {
        int start = element.startTag().start();
        int end = element.startTag().end();
        return switch (element.name()) {
            case "script" ->
                address(element, "src")
                        .or(() -> address(element, "data-main"))
                        .map(what -> TagTrouble.of(start, end, what))
                        .or(() -> sourceGone(element).map(what -> TagTrouble.losing(start, end, what)))
                        .or(() -> misspeltType(element).map(what -> TagTrouble.losing(start, end, what)));
            case "link" ->
                (loads(element) ? address(element, "href") : Optional.<String>empty())
                        .or(() -> relation(element))
                        .map(what -> TagTrouble.of(start, end, what));
            default -> Optional.empty();
        };
    }

    private static Optional<String> address(HtmlElement element, String attribute) {
        return element.attribute(attribute).flatMap(value -> {
            if (value.isBlank()) {
                return isOptional(element) ? Optional.empty() : Optional.of("has an empty " + attribute);
            }
            if (CURLY_QUOTE.matcher(value).find()) {
                return Optional.of("has typographic quotes around its " + attribute
                        + ", which the browser takes for a part of the name");
            }
            return PLACEHOLDER.matcher(value).find()
                    ? Optional.of("has a placeholder in its " + attribute + " that was never filled in: "
                            + Words.line(value, 120))
                    : Optional.empty();
        });
    }

    /** An empty icon is how pages say that they have none; a data block may carry an empty src as data. */
    private static boolean isOptional(HtmlElement element) {
        return element.name().equals("script")
                ? !Scripts.isCode(element)
                : relations(element).contains("icon");
    }

    private static Optional<String> sourceGone(HtmlElement script) {
        boolean isBare = Scripts.isCode(script)
                && script.closed()
                && script.attribute("src").isEmpty()
                && script.text().isBlank();
        boolean hadSource = script.attributes().entrySet().stream()
                .anyMatch(entry -> SOURCE_ATTRIBUTES.contains(entry.getKey())
                        || entry.getKey().startsWith("data-") && !isData(entry.getValue()));
        return isBare && hadSource ? Optional.of("has neither a src nor code: its src is gone") : Optional.empty();
    }

    /** Whether an attribute's value is data that scripts read from an element without code. */
    private static boolean isData(String value) {
        return value.startsWith("{") || value.startsWith("[");
    }

    private static Optional<String> misspeltType(HtmlElement script) {
        String type = Scripts.type(script);
        boolean isUnknown = script.attribute("src").isPresent() && !Scripts.isCode(script) && !script.inert();
        if (!isUnknown || type.length() > LONGEST_TYPE) {
            return Optional.empty();
        }
        return CODE_TYPES.stream()
                .filter(code -> LevenshteinDistance.getDefaultInstance().apply(type, code) <= MOST_TYPOS)
                .findFirst()
                .map(code -> "has the type \"" + type + "\", which browsers do not run; \"" + code + "\" is meant");
    }

    private static boolean loads(HtmlElement link) {
        return relations(link).stream().anyMatch(LOADING_RELATIONS::contains);
    }

    private static Optional<String> relation(HtmlElement link) {
        boolean hasAddress = link.attributes().keySet().stream().anyMatch(name -> name.endsWith("href"));
        if (hasAddress) {
            return Optional.empty();
        }
        String relation = link.attribute("rel").orElse("");
        if (FILE_NAME.matcher(relation).find()) {
            return Optional.of(
                    "has a file name for its rel and no href: two attributes were merged, and it loads nothing");
        }
        return relations(link).contains("stylesheet")
                ? Optional.of("is a style sheet link without href, and loads nothing")
                : Optional.empty();
    }

    private static List<String> relations(HtmlElement link) {
        return List.of(link.attribute("rel")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
    }
}
