package dev.smokerunner.observe.browser;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observe.visitor.Session;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * One page to look at.
 *
 * @param url the page
 * @param loadLimit how long to wait for the load event
 * @param readyLimit how long to wait, from the start of the navigation, for the required elements
 * @param required elements to wait for and to report on
 * @param forbidden selectors to report on
 * @param firstParty whether a URL belongs to the page's own site
 * @param session what the visitor brings along
 */
public record VisitRequest(
        URI url,
        Duration loadLimit,
        Duration readyLimit,
        List<RequiredElement> required,
        List<String> forbidden,
        Predicate<URI> firstParty,
        Session session) {

    /** Copies the lists. */
    public VisitRequest {
        requireNonNull(url);
        requireNonNull(loadLimit);
        requireNonNull(readyLimit);
        requireNonNull(firstParty);
        requireNonNull(session);
        required = List.copyOf(required);
        forbidden = List.copyOf(forbidden);
    }

    /** A page to look at as a visitor whom nobody knows. */
    public VisitRequest(
            URI url,
            Duration loadLimit,
            Duration readyLimit,
            List<RequiredElement> required,
            List<String> forbidden,
            Predicate<URI> firstParty) {
        this(url, loadLimit, readyLimit, required, forbidden, firstParty, Session.NONE);
    }
}
