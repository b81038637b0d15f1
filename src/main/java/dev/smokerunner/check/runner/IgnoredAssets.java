package dev.smokerunner.check.runner;

import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import java.util.List;

/** Takes out of an observation what the owner of the page wants nothing said about; the page itself stays in. */
final class IgnoredAssets {
    private final List<UrlPattern> patterns;

    IgnoredAssets(List<UrlPattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** The observation without them. */
    PageObservation removedFrom(PageObservation page) {
        if (patterns.isEmpty()) {
            return page;
        }
        return new PageObservation(
                page.url(),
                page.document(),
                page.html(),
                page.browser()
                        .value()
                        .map(visit -> Captured.seen(removedFrom(visit)))
                        .orElse(page.browser()),
                page.references().stream()
                        .filter(reference -> reference
                                .url()
                                .filter(url -> fits(url.toString()))
                                .isEmpty())
                        .toList(),
                page.assets(),
                page.madeUp(),
                page.site(),
                page.ownSite(),
                page.builds(),
                page.healed().stream()
                        .filter(healed ->
                                !fits(healed.url().toString()) || healed.url().equals(page.url()))
                        .toList(),
                page.notes(),
                page.attempts());
    }

    private BrowserVisit removedFrom(BrowserVisit visit) {
        return new BrowserVisit(
                visit.ending(),
                visit.endingDetail(),
                visit.requests().stream()
                        .filter(request -> request.kind() == BrowserRequest.Kind.DOCUMENT
                                || !fits(request.url().toString()))
                        .toList(),
                visit.source(),
                visit.messages().stream()
                        .filter(message -> message.url().filter(this::fits).isEmpty())
                        .toList(),
                visit.timings(),
                visit.rendered(),
                visit.elements(),
                visit.screenshot(),
                visit.dialogs(),
                visit.notes(),
                visit.settling());
    }

    private boolean fits(String url) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(url));
    }
}
