package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A tag that says which bytes its file must have.
 *
 * @param url the file
 * @param reference where the tag names it
 * @param element the tag
 * @param integrity what it says
 */
record IntegrityClaim(URI url, Reference reference, HtmlElement element, Integrity integrity) {

    /** The claims of a page, in source order. */
    static List<IntegrityClaim> of(PageObservation page) {
        return page.references().stream()
                .filter(reference -> reference.origin() == Origin.HTML)
                .flatMap(reference -> claim(page, reference).stream())
                .toList();
    }

    private static Optional<IntegrityClaim> claim(PageObservation page, Reference reference) {
        return Locations.element(page, reference)
                .filter(element -> isAddress(element, reference) && isChecked(element))
                .filter(element -> !element.attribute("integrity").orElse("").isBlank())
                .flatMap(element -> reference
                        .url()
                        .map(url -> new IntegrityClaim(
                                url,
                                reference,
                                element,
                                Integrity.of(element.attribute("integrity").orElse("")))));
    }

    /** A script tag may name other files as well, e.g. in {@code data-main}. */
    private static boolean isAddress(HtmlElement element, Reference reference) {
        String attribute = element.name().equals("script") ? "src" : "href";
        return element.attribute(attribute)
                .filter(value -> value.startsWith(reference.raw().replace("…", "")))
                .isPresent();
    }

    /** Browsers look at the integrity of scripts and style sheets only. */
    private static boolean isChecked(HtmlElement element) {
        Set<String> kinds = kinds(element);
        String destination = element.attribute("as").orElse("").strip().toLowerCase(Locale.ROOT);
        return Scripts.isCode(element)
                || element.name().equals("link")
                        && (kinds.contains("stylesheet")
                                || kinds.contains("modulepreload")
                                || kinds.contains("preload")
                                        && Set.of("script", "style").contains(destination));
    }

    private static Set<String> kinds(HtmlElement element) {
        String rel = element.attribute("rel").orElse("").strip().toLowerCase(Locale.ROOT);
        return new HashSet<>(List.of(rel.split("\\s+")));
    }

    /**
     * Whether the tag only announces the file: where its bytes are wrong, they were loaded in vain. A module that is announced
     * with wrong bytes is no module any more, whoever imports it (HTML, 8.1.4: module map; Chromium 156 runs nothing of it).
     */
    boolean isPreload() {
        Set<String> kinds = kinds(element);
        return element.name().equals("link") && !kinds.contains("stylesheet") && !kinds.contains("modulepreload");
    }

    /** Whether browsers may not look at the bytes, because the tag does not ask for them by CORS. */
    boolean lacksCors(URI page) {
        return !Origins.isSame(url, page)
                && !Scripts.isModule(element)
                && !isPreload()
                && element.attribute("crossorigin").isEmpty();
    }
}
