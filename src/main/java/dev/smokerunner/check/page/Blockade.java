package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.Optional;

/**
 * A tag that browsers stop at until its file comes: a script that is neither deferred nor asynchronous keeps them from reading
 * on, a style sheet from showing anything. Where the file never comes, nothing after it does.
 *
 * @param request the request that is open
 * @param isScript whether it is for a script
 * @param where the tag
 */
record Blockade(BrowserRequest request, boolean isScript, Optional<Location> where) {
    private static final Kind BLOCKADE = PageBlankCheck.lack("page-held-up");

    /** The first tag that keeps a page empty because another site does not answer, if there is one. */
    static Optional<Blockade> ofBlank(PageObservation page, BrowserVisit visit) {
        boolean isBlank = visit.ending() == Ending.NOT_LOADED
                && visit.rendered()
                        .value()
                        .filter(shown -> isBlank(visit, shown) || !shown.isPainted())
                        .isPresent();
        return isBlank
                ? page.references().stream()
                        .filter(reference -> !reference.firstParty() && mayBlock(reference))
                        .flatMap(reference -> of(page, visit, reference).stream())
                        .findFirst()
                        .or(() -> ofOpenScript(visit))
                : Optional.empty();
    }

    /** What the HTML names, and what style sheets import, which are not there before their imports are. */
    private static boolean mayBlock(Reference reference) {
        return reference.origin() == Reference.Origin.HTML
                || reference.origin() == Reference.Origin.CSS && reference.role() == Role.STYLE;
    }

    /** The finding that names it. */
    Detection finding(PageObservation page) {
        URI url = request.url();
        String rest = ", serve it from the page's own site, or take it out";
        return Detection.on(page.url(), "page-blank", BLOCKADE, Severity.SEV1, url)
                .message("the page shows nothing: it waits for the " + (isScript ? "script " : "style sheet ") + url
                        + " of another site, which does not answer")
                .expected("a page that shows something although another site does not answer")
                .actual("no answer when the wait ended")
                .where(where)
                .hint((isScript ? "load it with async or defer" : "load it so that the page need not wait for it")
                        + rest)
                .reproduce(Reproduction.headers(url))
                .attempts(page.attempts())
                .build();
    }

    private static Optional<Blockade> of(PageObservation page, BrowserVisit visit, Reference reference) {
        Optional<HtmlElement> tag = Locations.element(page, reference);
        boolean blocks = reference.role() == Role.STYLE
                || reference.role() == Role.SCRIPT
                        && tag.filter(Blockade::isAwaited).isPresent();
        return visit.requests().stream()
                .filter(request -> blocks && request.isOpen())
                .filter(request -> reference.url().filter(request.url()::equals).isPresent())
                .findFirst()
                .map(request -> new Blockade(request, reference.role() == Role.SCRIPT, Locations.of(page, reference)));
    }

    /** A script that no tag names, e.g. one that a module of the page imports: a page with nothing in it needs it. */
    private static Optional<Blockade> ofOpenScript(BrowserVisit visit) {
        boolean isEmpty =
                visit.rendered().value().filter(shown -> isBlank(visit, shown)).isPresent();
        return visit.requests().stream()
                .filter(request -> isEmpty && request.isOpen() && !request.firstParty())
                .filter(request -> request.kind() == BrowserRequest.Kind.SCRIPT)
                .findFirst()
                .map(request -> new Blockade(request, true, Optional.empty()));
    }

    private static boolean isAwaited(HtmlElement script) {
        return Scripts.isCode(script)
                && !Scripts.isModule(script)
                && script.attribute("defer").isEmpty()
                && script.attribute("async").isEmpty();
    }

    /** Whether a page shows nothing at all. */
    static boolean isBlank(BrowserVisit visit, RenderedPage shown) {
        boolean isEmpty = shown.visibleText().isBlank() && shown.visibleObjects() == 0;
        // A page may be painted by its background alone: then the picture has more than one colour.
        return isEmpty && (shown.onePlainColour() || visit.screenshot().value().isEmpty());
    }
}
