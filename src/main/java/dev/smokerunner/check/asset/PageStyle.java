package dev.smokerunner.check.asset;

import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;

/** Where a page has its style from. */
final class PageStyle {
    private PageStyle() {}

    /** Whether any of it is named by the page's files, asked for by the browser, or stands in the HTML. */
    static boolean isNamed(PageObservation page) {
        return page.references().stream().anyMatch(reference -> reference.role() == Role.STYLE) || isInHtml(page);
    }

    /** Whether any of it stands in the HTML as a style element. */
    static boolean isInHtml(PageObservation page) {
        return page.html().value().stream()
                .flatMap(html -> html.elements().stream())
                .anyMatch(element -> element.name().equals("style") && !element.inert());
    }
}
