package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.Edges;
import dev.smokerunner.serving.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that one run needs to know: one environment of one config, or a bare URL.
 *
 * @param subject what is checked and for whom
 * @param target what is checked
 * @param pages the pages; never empty
 * @param edges where else the target is served
 * @param release what is to be found out about a release
 * @param firstParty host patterns that belong to the page's own site, besides its registrable domain
 * @param browser which browser looks
 * @param grid the Selenium Grid that has it; absent means this machine
 * @param failOn the gate: this impact or worse fails the run; default Sev 3
 * @param timeout the bound on the whole run; default two minutes;
 *     the time that is spent on waiting for a release and on watching an upload comes on top
 * @param redaction removes the plan's secrets from every text
 */
public record SmokePlan(
        SmokeResult.Subject subject,
        Target target,
        List<PagePlan> pages,
        Edges edges,
        ReleasePlan release,
        List<UrlPattern> firstParty,
        BrowserChoice browser,
        Optional<GridAddress> grid,
        Severity failOn,
        Duration timeout,
        Redaction redaction) {

    /** Copies the lists; rejects a plan without a page. */
    public SmokePlan {
        requireNonNull(subject);
        requireNonNull(target);
        requireNonNull(edges);
        requireNonNull(release);
        requireNonNull(browser);
        requireNonNull(grid);
        requireNonNull(failOn);
        requireNonNull(timeout);
        requireNonNull(redaction);
        pages = List.copyOf(pages);
        firstParty = List.copyOf(firstParty);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a plan without a page would pass for nothing");
        }
    }

    /** The bound on the whole run, waiting and watching included. */
    Duration wholeTime() {
        return timeout.plus(release.longestWait()).plus(release.watchUpload());
    }
}
