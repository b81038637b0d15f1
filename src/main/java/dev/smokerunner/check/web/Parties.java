package dev.smokerunner.check.web;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.MessageFact.HiddenError;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.Optional;

/** Tells messages about the page's own site from those about others. */
public final class Parties {
    private Parties() {}

    /** Whether a message is about a script of another site; one that names no host may be about the page's own. */
    public static boolean isThirdParty(PageObservation page, BrowserMessage message) {
        Optional<String> host = message.url().flatMap(Parties::host);
        boolean isHidden = host.isEmpty() && message.says(HiddenError.class);
        return isHidden || host.filter(name -> !page.ownSite().hasHost(name)).isPresent();
    }

    /** Whether a message names a file of the page's own site. */
    public static boolean isOwn(PageObservation page, BrowserMessage message) {
        return message.url()
                .flatMap(Parties::host)
                .filter(page.ownSite()::hasHost)
                .isPresent();
    }

    /** Whether the page's own code asked, as far as the browser says who did. */
    public static boolean isAskedByOwn(PageObservation page, BrowserRequest request) {
        return !request.inFrame()
                && request.initiator()
                        .flatMap(Parties::host)
                        .filter(page.ownSite()::hasHost)
                        .isPresent();
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (java.net.URISyntaxException noUrl) {
            // Browsers name what has no URL in their own way, e.g. an evaluated text.
            return Optional.empty();
        }
    }
}
