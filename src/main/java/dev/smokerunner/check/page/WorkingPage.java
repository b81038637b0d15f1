package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.Optional;

/**
 * A page that works for who sees it, and comes with a status that says it is not there: a single-page application behind the
 * 404 page of a host that has no rewrites, or behind the error document of a bucket.
 */
final class WorkingPage {
    private WorkingPage() {}

    /** How to allow its status; empty for a page that does not work, or has no code that could tell. */
    static Optional<String> hint(PageObservation page, int status) {
        // A log-in is asked for with 401, and nothing but trouble is told with 5xx.
        boolean mayBeMeant = status >= 400 && status < 500 && status != 401;
        return page.browser()
                .value()
                .filter(visit -> mayBeMeant && works(page, visit))
                .map(visit ->
                        "the page that comes with it works: it shows something, its scripts load, and nothing throws."
                                + " Where visitors should see it under this address, write status: " + status
                                + " for this page in the config; else "
                                + (status == 404 || status == 403
                                        ? "upload the page to this place, or let the server rewrite the address to it with 200"
                                        : "look why the server says so"));
    }

    private static boolean works(PageObservation page, BrowserVisit visit) {
        boolean isShown = visit.rendered()
                .value()
                .filter(look -> !look.visibleText().isBlank() || look.visibleObjects() > 0)
                .isPresent();
        List<BrowserRequest> requests = visit.requests();
        // What a page loaded before it sent its visitors on says nothing of the page that they see.
        int shown = visit.document().map(requests::lastIndexOf).orElse(0);
        List<BrowserRequest> code = requests.subList(shown, requests.size()).stream()
                .filter(request -> request.firstParty() && request.kind() == Kind.SCRIPT)
                .toList();
        return isShown
                && !code.isEmpty()
                && code.stream().allMatch(BrowserRequest::isOk)
                && Errors.of(page).stream().noneMatch(message -> message.source() == Source.EXCEPTION);
    }
}
