package dev.smokerunner.run;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.PageObserver;
import dev.smokerunner.observe.files.PackageReader;
import dev.smokerunner.observe.http.EnvironmentProxies;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.url.Site;
import dev.smokerunner.run.OpenedBrowsers.Opened;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.ServedTarget;
import dev.smokerunner.serving.Targets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The stage that sees: opens the target, starts the browsers, and looks at all pages of a plan with each browser, several at once. What was seen
 * of a page is handed on at once, so that it need not be kept until the last one has been looked at.
 */
final class PagesObserver {
    /** A page keeps about one core busy; two at once on a small machine also fill the waits for the network. */
    private static final int PAGES_AT_ONCE =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    /** With the browsers elsewhere, this machine only asks and judges; a Grid has as many slots as it has. */
    private static final int PAGES_AT_ONCE_ON_A_GRID = 16;

    /** Half of what was seen may be of the one build, half of the other. */
    private static final String CHANGED =
            "the package changed while it was checked; check it again when nothing writes to it any more";

    private final SmokePlan plan;
    private final Browsers browsers;
    private final LocalSystem system;
    private final Progress progress;

    PagesObserver(SmokePlan plan, Browsers browsers, LocalSystem system, Progress progress) {
        this.plan = plan;
        this.browsers = browsers;
        this.system = system;
        this.progress = progress;
    }

    /**
     * Looks at the site and at each page.
     *
     * @param judge makes of each page what is kept of it, on several threads at once; a page is unseen where the run's time
     *     was over
     * @return what was made of the pages
     */
    <T> Sight<T> atAllPages(Function<Seen, T> judge) {
        Deadline deadline = new Deadline(plan.wholeTime(), system.nanoTime());
        ExecutorService threads = Executors.newCachedThreadPool(PagesObserver::daemon);
        ExecutorService pages = Executors.newFixedThreadPool(
                plan.grid().isPresent() ? PAGES_AT_ONCE_ON_A_GRID : PAGES_AT_ONCE, PagesObserver::daemon);
        progress.stage("starting the browser");
        try (OpenedBrowsers opened = OpenedBrowsers.start(browsers, plan, threads);
                ServedTarget target = Targets.open(plan.target(), new EnvironmentProxies(system.environment()));
                HttpFetcher http = new HttpFetcher(
                        HttpOptions.of(target.url())
                                .with(
                                        plan.firstBrowser().headers(),
                                        plan.firstBrowser().basicAuth())
                                .as(plan.firstBrowser().screen().userAgent()),
                        system.environment(),
                        system.sleeper())) {
            List<URI> urls =
                    plan.pages().stream().map(page -> url(target.url(), page)).toList();
            SiteObservation site = new SiteObserver(plan, target.url(), urls, deadline, system, progress)
                    .with(SiteObservation.of(contents(target, PageKeys.visited(plan), PageKeys.proxied(plan))));
            PageObserver observer =
                    new PageObserver(http, new Site(target.url(), plan.firstParty()), site, threads, system.sleeper());
            PageLook look = (url, page, browser) -> {
                PageObservation seen = observer.observe(url, browser.ready(), page.expectations(), deadline);
                browser.looked();
                return seen;
            };
            List<T> seen = collect(start(target.url(), opened, look, pages, judge), site, deadline, judge);
            boolean isChanged = target.files().filter(PackedFiles::isChanged).isPresent();
            return new Sight<>(Optional.of(site), isChanged ? unseen(target.url(), CHANGED, judge) : seen);
        } catch (PackageException e) {
            return new Sight<>(
                    Optional.empty(), unseen(URI.create("http://127.0.0.1/"), String.valueOf(e.getMessage()), judge));
        } finally {
            pages.shutdownNow();
            threads.shutdownNow();
        }
    }

    private <T> List<T> unseen(URI base, String why, Function<Seen, T> judge) {
        return plan.pages().stream()
                .flatMap(page -> plan.viewers().stream()
                        .map(viewer -> judge.apply(unseen(page, viewer, base, Optional.empty(), why))))
                .toList();
    }

    private static Seen unseen(PagePlan page, Viewer viewer, URI base, Optional<SiteObservation> site, String why) {
        return new Seen(page, viewer, base, url(base, page), site, Captured.unseen(why, Fault.TOOL));
    }

    private static Captured<PackageContents> contents(ServedTarget target, Set<String> visited, Set<String> proxied) {
        return target.files()
                .map(files -> PackageReader.read(files, visited, proxied))
                .orElseGet(() -> Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));
    }

    private static URI url(URI base, PagePlan page) {
        return page.path().equals("./") ? base : base.resolve(page.path());
    }

    private <T> List<Started<T>> start(
            URI base, OpenedBrowsers opened, PageLook look, ExecutorService threads, Function<Seen, T> judge) {
        int total = plan.pages().size() * opened.all().size();
        AtomicInteger done = new AtomicInteger();
        List<Started<T>> started = new ArrayList<>();
        for (PagePlan page : plan.pages()) {
            URI url = url(base, page);
            for (Opened browser : opened.all()) {
                started.add(new Started<>(page, browser.viewer(), base, threads.submit(() -> {
                    PageObservation seen = look.at(url, page, browser);
                    T judged = judge.apply(
                            new Seen(page, browser.viewer(), base, url, Optional.empty(), Captured.seen(seen)));
                    progress.observed(seen);
                    progress.page(url, done.incrementAndGet(), total);
                    return judged;
                })));
            }
        }
        return started;
    }

    private <T> List<T> collect(
            List<Started<T>> started, SiteObservation site, Deadline deadline, Function<Seen, T> judge) {
        return started.stream().map(one -> await(one, site, deadline, judge)).toList();
    }

    private <T> T await(Started<T> page, SiteObservation site, Deadline deadline, Function<Seen, T> judge) {
        String why;
        try {
            return page.judged().get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            page.judged().cancel(true);
            why = "the run's time limit of " + plan.wholeTime().toSeconds()
                    + " s was over before the page had been looked at; raise --timeout";
        } catch (ExecutionException e) {
            why = "looking at the page failed, which is a bug: " + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "the run was interrupted";
        }
        return judge.apply(unseen(page.page(), page.viewer(), page.base(), Optional.of(site), why));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "smoke-look");
        thread.setDaemon(true);
        return thread;
    }

    /** A look at one page with one browser. */
    private interface PageLook {
        PageObservation at(URI url, PagePlan page, Opened browser) throws InterruptedException;
    }

    /**
     * All that was seen.
     *
     * @param site the site as a whole; absent where it could not be reached at all
     * @param pages what was made of its pages: of each with each browser, in the order of the plan
     */
    record Sight<T>(Optional<SiteObservation> site, List<T> pages) {}

    /**
     * One page that was looked at with one browser.
     *
     * @param page its plan
     * @param viewer the browser
     * @param base where the target answered
     * @param url the page's URL
     * @param site what was seen of the whole site, where the page was not seen; absent where that was not either
     * @param observation what was seen
     */
    record Seen(
            PagePlan page,
            Viewer viewer,
            URI base,
            URI url,
            Optional<SiteObservation> site,
            Captured<PageObservation> observation) {}

    private record Started<T>(PagePlan page, Viewer viewer, URI base, Future<T> judged) {}
}
