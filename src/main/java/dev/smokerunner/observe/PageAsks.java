package dev.smokerunner.observe;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.http.Inquiry;
import dev.smokerunner.observe.http.Inquiry.CrossOrigin;
import java.net.URI;
import java.util.Optional;

/**
 * How a page asks for what it names, as far as its tags say so.
 *
 * @param page the page's address
 * @param html its HTML, if there is any
 */
record PageAsks(URI page, Optional<HtmlDocument> html) {

    /** How the browser asks for what a reference names. */
    Inquiry inquiry(Reference reference) {
        Optional<String> attribute = html.filter(document -> document.url().equals(reference.file()))
                .flatMap(document -> reference.range().flatMap(range -> document.elementAt(range.start())))
                .flatMap((HtmlElement element) -> element.attribute("crossorigin"));
        return new Inquiry(
                reference.role(), CrossOrigin.of(attribute), Optional.of(page), Optional.of(reference.file()));
    }

    /** How the browser asks for something of the page that no tag names. */
    Inquiry inquiry(Role role) {
        return new Inquiry(role, CrossOrigin.NONE, Optional.of(page), Optional.of(page));
    }
}
