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
 * @param browsers which browsers look at each page; never empty, each other than the others. Their header fields and
 *     credentials are the same, since what plain HTTP asks for is asked for once
 * @param grid the Selenium Grid that has them; absent means this machine
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
        List<BrowserChoice> browsers,
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
        requireNonNull(grid);
        requireNonNull(failOn);
        requireNonNull(timeout);
        requireNonNull(redaction);
        pages = List.copyOf(pages);
        firstParty = List.copyOf(firstParty);
        browsers = List.copyOf(browsers);
        if (pages.isEmpty() || browsers.isEmpty()) {
            throw new IllegalArgumentException("a plan without a page or without a browser would pass for nothing");
        }
    }

    /** The same for other pages. */
    public SmokePlan with(List<PagePlan> others) {
        return new SmokePlan(
                subject, target, others, edges, release, firstParty, browsers, grid, failOn, timeout, redaction);
    }

    /** The same for what is described otherwise. */
    public SmokePlan with(SmokeResult.Subject other) {
        return new SmokePlan(
                other, target, pages, edges, release, firstParty, browsers, grid, failOn, timeout, redaction);
    }

    /** The same for another target. */
    public SmokePlan with(Target other) {
        return new SmokePlan(
                subject, other, pages, edges, release, firstParty, browsers, grid, failOn, timeout, redaction);
    }

    /** The browsers with their names. */
    List<Viewer> viewers() {
        return Viewer.all(browsers);
    }

    /** The browser whose header fields, credentials and name plain HTTP uses. */
    BrowserChoice firstBrowser() {
        return browsers.get(0);
    }

    /** The bound on the whole run, waiting and watching included. */
    Duration wholeTime() {
        return timeout.plus(release.longestWait()).plus(release.watchUpload());
    }
}
