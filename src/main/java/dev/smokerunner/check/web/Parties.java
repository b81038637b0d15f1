package dev.smokerunner.check.web;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.MessageFact.HiddenError;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the page's own site from others where a URL comes without saying whose it is. */
public final class Parties {
    private Parties() {}

    /** Whether a message is about a script of another site: the requests and references of its host say so. */
    public static boolean isThirdParty(PageObservation page, BrowserMessage message) {
        Optional<String> host = message.url().flatMap(Parties::host);
        boolean isHidden = host.isEmpty() && message.says(HiddenError.class);
        return isHidden || host.filter(thirdPartyHosts(page)::contains).isPresent();
    }

    /** Whether a URL that nobody asked for is of the page's own site, as far as the hosts of the page's files tell. */
    public static boolean isOwnHost(PageObservation page, URI url) {
        String host = Requests.host(url);
        String own = Requests.host(page.url());
        String site = own.startsWith("www.") ? own.substring("www.".length()) : own;
        return host.equals(site)
                || host.endsWith("." + site)
                || Requests.of(page).stream()
                        .anyMatch(request -> request.firstParty()
                                && Requests.host(request.url()).equals(host))
                || page.references().stream()
                        .anyMatch(reference -> reference.firstParty()
                                && reference
                                        .url()
                                        .filter(named -> Requests.host(named).equals(host))
                                        .isPresent());
    }

    private static Set<String> thirdPartyHosts(PageObservation page) {
        Set<String> hosts = new HashSet<>();
        Requests.of(page).stream()
                .filter(request -> !request.firstParty())
                .forEach(request -> hosts.add(Requests.host(request.url())));
        page.references().stream()
                .filter(reference -> !reference.firstParty())
                .flatMap(reference -> reference.url().stream())
                .forEach(url -> hosts.add(Requests.host(url)));
        return hosts;
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.of(Requests.host(new URI(url)));
        } catch (java.net.URISyntaxException noUrl) {
            // Browsers name what has no URL in their own way, e.g. an evaluated text.
            return Optional.empty();
        }
    }
}
