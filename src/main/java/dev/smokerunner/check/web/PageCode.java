package dev.smokerunner.check.web;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import java.util.stream.Stream;

/** The code of a page as text: its HTML, with all that is written in that, and the scripts that it names and that were read. */
public final class PageCode {
    private PageCode() {}

    /** The texts, that of the HTML first. */
    public static Stream<String> of(PageObservation page) {
        return Stream.concat(page.html().value().map(HtmlDocument::source).stream(), files(page));
    }

    /** The texts of the scripts alone: those that stand in the page, and the files. */
    public static Stream<String> ofScripts(PageObservation page) {
        Stream<String> within = page.html().value().stream()
                .flatMap(html -> html.scripts().stream())
                .filter(Scripts::isCode)
                .map(HtmlElement::text);
        return Stream.concat(within, files(page));
    }

    private static Stream<String> files(PageObservation page) {
        return page.references().stream()
                .filter(reference -> reference.role() == Role.SCRIPT || reference.role() == Role.MODULE)
                .flatMap(reference -> reference.url().stream())
                .distinct()
                .flatMap(url -> page.asset(url).flatMap(HttpAnswer::whole).stream())
                .map(response -> response.body().text());
    }
}
