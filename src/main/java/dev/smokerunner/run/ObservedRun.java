package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.SmokeResult;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A run together with what was seen in it, for who makes something of that.
 *
 * @param result what the run says
 * @param pages what was seen of the pages that were looked at, in no order
 */
public record ObservedRun(SmokeResult result, List<PageObservation> pages) {

    /** Rejects null, copies the list. */
    public ObservedRun {
        requireNonNull(result);
        pages = List.copyOf(pages);
    }

    /** What was seen of a page, by the URL that was asked for. */
    public Optional<PageObservation> page(URI url) {
        return pages.stream().filter(page -> page.url().equals(url)).findFirst();
    }
}
