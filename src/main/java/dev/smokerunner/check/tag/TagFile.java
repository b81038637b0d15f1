package dev.smokerunner.check.tag;

import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import java.util.Optional;

/** The file that a tag names. */
final class TagFile {
    private TagFile() {}

    /** Its text; absent where the tag names none, or it was not read whole, as files of other sites are not. */
    static Optional<String> text(PageObservation page, HtmlElement tag) {
        return page.references().stream()
                .filter(reference ->
                        Locations.element(page, reference).filter(tag::equals).isPresent())
                .flatMap(reference -> reference.url().stream())
                .flatMap(url -> page.asset(url).flatMap(HttpAnswer::whole).stream())
                .filter(response -> response.isOk() && !response.body().isCut())
                .map(response -> response.body().text())
                .findFirst();
    }
}
