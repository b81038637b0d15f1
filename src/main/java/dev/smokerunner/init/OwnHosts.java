package dev.smokerunner.init;

import dev.smokerunner.filename.UrlFingerprint;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which hosts of other sites serve the page's own build: those from which its HTML loads a script with the hash of its
 * bytes in its name. Such a name changes with each build, so that only the build itself can have written it into the HTML; what
 * other companies offer has one address for all their customers.
 *
 * @param names the hosts
 */
record OwnHosts(Set<String> names) {
    /** A page with more tells its owner nothing by the rest. */
    private static final int MOST = 10;

    /** Copies the set. */
    OwnHosts {
        names = Set.copyOf(names);
    }

    static OwnHosts of(List<VisitedPage> pages) {
        Set<String> names = new LinkedHashSet<>();
        pages.stream()
                .flatMap(page -> HtmlScripts.of(page.first()))
                .filter(script -> !script.firstParty())
                .filter(script -> script.url().flatMap(UrlFingerprint::ofFile).isPresent())
                .flatMap(script -> host(script).stream())
                .forEach(names::add);
        return new OwnHosts(names);
    }

    /** Whether a file belongs to the page's own site, or to its build. */
    boolean isOwn(Reference reference) {
        return reference.firstParty() || host(reference).filter(names::contains).isPresent();
    }

    /** The entries; and the hosts of which nobody can know whose they are. */
    Choice<Entry> choice(List<VisitedPage> pages) {
        Set<String> others = new LinkedHashSet<>();
        pages.stream().map(VisitedPage::first).flatMap(OwnHosts::foreign).forEach(others::add);
        others.removeAll(names);
        return new Choice<>(
                names.stream()
                        .sorted()
                        .map(name -> new Entry(name, "serves scripts of this very build: their names hold its hashes"))
                        .toList(),
                others.stream()
                        .limit(MOST)
                        .map(name -> new LeftOut(
                                name, "a host of another site: add it to assets.first-party if it is yours"))
                        .toList());
    }

    private static Stream<String> foreign(PageObservation page) {
        return page.browser().value().stream()
                .flatMap(visit -> visit.requests().stream())
                .filter(request -> !request.firstParty() && !request.inFrame())
                .map(BrowserRequest::url)
                .flatMap(url -> Optional.ofNullable(url.getHost()).stream())
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> host(Reference reference) {
        return reference
                .url()
                .flatMap(url -> Optional.ofNullable(url.getHost()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z0-9._-]+"));
    }
}
