package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.SiteObservation;
import java.net.URI;
import java.util.Optional;

/**
 * One page that was looked at with one browser, and has not been judged.
 *
 * @param number its place among all looks of the run, from 0: the first page with each browser, then the second
 * @param page its plan
 * @param browser the browser's name in reports; absent where it is the only one
 * @param base where the target answered
 * @param url the page's URL
 * @param site what was seen of the whole site, where the page was not seen; absent where that was not either
 * @param observation what was seen
 */
public record SeenPage(
        int number,
        PagePlan page,
        Optional<String> browser,
        URI base,
        URI url,
        Optional<SiteObservation> site,
        Captured<PageObservation> observation) {

    /** Rejects null. */
    public SeenPage {
        requireNonNull(page);
        requireNonNull(browser);
        requireNonNull(base);
        requireNonNull(url);
        requireNonNull(site);
        requireNonNull(observation);
    }

    /** The same page, of which something else is expected. */
    public SeenPage expecting(PagePlan other) {
        return new SeenPage(number, other, browser, base, url, site, observation);
    }

    /** The same page, of which something else was seen. */
    public SeenPage seeing(Captured<PageObservation> other) {
        return new SeenPage(number, page, browser, base, url, site, other);
    }
}
