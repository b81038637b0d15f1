package dev.smokerunner.observe.html;

import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a {@code link} makes a browser load; most kinds of link load nothing. */
final class LinkReferences {
    private LinkReferences() {}

    static void see(HtmlElement link, Mentions mentions) {
        Set<String> kinds = Arrays.stream(link.attribute("rel").orElse("").split("\\s+"))
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        role(link, kinds).ifPresent(role -> link.attribute("href")
                .ifPresent(href -> mentions.add(HtmlReferences.html(link, href, role))));
        if (kinds.contains("preload")) {
            link.attribute("imagesrcset").ifPresent(set -> Srcset.urls(set)
                    .forEach(url -> mentions.add(HtmlReferences.html(link, url, Role.IMAGE))));
        }
        if (kinds.contains("prefetch") || kinds.contains("prerender")) {
            // A guess about the future: only the page's own site answers for it.
            link.attribute("href")
                    .ifPresent(href -> mentions.addFirstParty(HtmlReferences.html(link, href, destination(link))));
        }
    }

    private static Optional<Role> role(HtmlElement link, Set<String> kinds) {
        if (kinds.contains("stylesheet")) {
            return isCss(link) ? Optional.of(Role.STYLE) : Optional.empty();
        }
        if (kinds.contains("modulepreload")) {
            return Optional.of(Role.MODULE);
        }
        if (kinds.contains("preload")) {
            return Optional.of(destination(link));
        }
        if (kinds.contains("manifest")) {
            return Optional.of(Role.MANIFEST);
        }
        boolean icon = kinds.contains("icon")
                || kinds.contains("mask-icon")
                || kinds.stream().anyMatch(kind -> kind.startsWith("apple-touch-"));
        return icon ? Optional.of(Role.ICON) : Optional.empty();
    }

    /** Browsers leave a style sheet alone that is switched off or says that it is something else, e.g. Less. */
    private static boolean isCss(HtmlElement link) {
        String type = link.attribute("type").orElse("").strip().toLowerCase(Locale.ROOT);
        return (type.isEmpty() || type.startsWith("text/css"))
                && link.attribute("disabled").isEmpty();
    }

    private static Role destination(HtmlElement link) {
        return switch (link.attribute("as").orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "script" -> Role.SCRIPT;
            case "style" -> Role.STYLE;
            case "image" -> Role.IMAGE;
            case "font" -> Role.FONT;
            case "document" -> Role.DOCUMENT;
            case "worker", "sharedworker" -> Role.WORKER;
            default -> Role.OTHER;
        };
    }
}
