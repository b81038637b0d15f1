package dev.smokerunner.run;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.PageObserver;
import dev.smokerunner.observe.browser.webdriver.ShownSession;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.url.Site;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.result.SmokeResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A run over the one page that somebody else's session shows, without going there. */
public record ShownPageLook(SmokePlan plan, LocalSystem system) {

    /**
     * Looks at the page and judges it.
     *
     * @param shown the session; asked by this thread alone
     * @throws IllegalStateException as {@link ShownSession#page} does
     */
    public SmokeResult at(ShownSession shown) {
        URI url = shown.page();
        Session visitor = shown.visitor();
        plan.redaction().add(visitor.tokens());
        Instant startedAt = system.clock().instant();
        long start = system.nanoTime().getAsLong();
        SiteObservation site =
                SiteObservation.of(Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));
        PagePlan page = plan.pages().get(0);
        SeenPage seen = new SeenPage(
                0, page, Optional.empty(), url, url, Optional.of(site), seen(url, shown, visitor, page, site));
        JudgingTerms terms = JudgingTerms.of(plan);
        RunJudge judge = new RunJudge(terms);
        Duration took = Duration.ofNanos(system.nanoTime().getAsLong() - start);
        return judge.result(new SeenRun(terms, startedAt, took, Optional.of(site)), List.of(judge.judged(seen)))
                .mapTexts(plan.redaction()::apply);
    }

    private Captured<PageObservation> seen(
            URI url, ShownSession shown, Session visitor, PagePlan page, SiteObservation site) {
        ExecutorService threads = Executors.newCachedThreadPool(PagesObserver::daemon);
        HttpOptions options = HttpOptions.of(url).as(shown.userAgent()).with(visitor);
        try (HttpFetcher http = new HttpFetcher(options, system.environment(), system.sleeper())) {
            PageObserver observer =
                    new PageObserver(http, new Site(url, plan.firstParty()), site, threads, system.sleeper());
            return Captured.seen(observer.observe(
                    url,
                    CompletableFuture.completedFuture(Captured.seen(shown)),
                    visitor,
                    page.expectations(),
                    new Deadline(plan.timeout(), system.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Captured.unseen("the run was interrupted", Fault.TOOL);
        } finally {
            threads.shutdownNow();
        }
    }
}
