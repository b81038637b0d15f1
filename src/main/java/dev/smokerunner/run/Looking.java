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
import dev.smokerunner.observe.http.HttpLooker;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.observe.url.Site;
import dev.smokerunner.target.PackageTrouble;
import dev.smokerunner.target.PackedFiles;
import dev.smokerunner.target.ServedTarget;
import dev.smokerunner.target.Targets;
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

/** The stage that sees: opens the target, starts the browser, and looks at all pages of a plan, several at once. */
final class Looking {
    /** A page keeps about one core busy; two at once on a small machine also fill the waits for the network. */
    private static final int PAGES_AT_ONCE =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    /** With the browsers elsewhere, this machine only asks and judges; a Grid has as many slots as it has. */
    private static final int PAGES_AT_ONCE_ON_A_GRID = 16;

    private final SmokePlan plan;
    private final Browsers browsers;
    private final Progress progress;

    Looking(SmokePlan plan, Browsers browsers, Progress progress) {
        this.plan = plan;
        this.browsers = browsers;
        this.progress = progress;
    }

    /** What was seen of the site and of each page, in the order of the plan; unseen where the run's time was over. */
    Sight atAllPages() {
        Deadline deadline = new Deadline(plan.wholeTime(), System::nanoTime);
        ExecutorService threads = Executors.newCachedThreadPool(Looking::daemon);
        ExecutorService pages = Executors.newFixedThreadPool(
                plan.grid().isPresent() ? PAGES_AT_ONCE_ON_A_GRID : PAGES_AT_ONCE, Looking::daemon);
        progress.stage("starting the browser");
        try (StartingBrowser browser = new StartingBrowser(browsers, plan, threads);
                ServedTarget target = Targets.open(plan.target(), new EnvironmentProxies(System.getenv()));
                HttpLooker http = new HttpLooker(HttpOptions.of(target.url())
                        .with(plan.browser().headers(), plan.browser().basicAuth()))) {
            List<URI> urls =
                    plan.pages().stream().map(page -> url(target.url(), page)).toList();
            SiteObservation site = new SiteLook(plan, target.url(), urls, deadline, progress)
                    .with(SiteObservation.of(contents(target, PageKeys.visited(plan), PageKeys.proxied(plan))));
            PageObserver observer = new PageObserver(
                    http, browser.browser(), new Site(target.url(), plan.firstParty()), site, threads, Sleeper.SYSTEM);
            List<Seen> seen = collect(target.url(), start(target.url(), observer, deadline, pages), deadline);
            boolean isChanged = target.files().filter(PackedFiles::isChanged).isPresent();
            return new Sight(Optional.of(site), isChanged ? ofNoOneState(seen) : seen);
        } catch (PackageTrouble e) {
            URI nowhere = URI.create("http://127.0.0.1/");
            List<Seen> nothing = plan.pages().stream()
                    .map(page -> new Seen(
                            page,
                            nowhere,
                            nowhere.resolve(page.path()),
                            Captured.unseen(String.valueOf(e.getMessage()), Fault.TOOL)))
                    .toList();
            return new Sight(Optional.empty(), nothing);
        } finally {
            pages.shutdownNow();
            threads.shutdownNow();
        }
    }

    /** What was seen of a package that changed meanwhile: half of it may be of the one build, half of the other. */
    private static List<Seen> ofNoOneState(List<Seen> seen) {
        Captured<PageObservation> changed = Captured.unseen(
                "the package changed while it was checked; check it again when nothing writes to it any more",
                Fault.TOOL);
        return seen.stream()
                .map(one -> new Seen(one.page(), one.base(), one.url(), changed))
                .toList();
    }

    private static Captured<PackageContents> contents(ServedTarget target, Set<String> visited, Set<String> proxied) {
        return target.files()
                .map(files -> PackageReader.read(files, visited, proxied))
                .orElseGet(() -> Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));
    }

    private static URI url(URI base, PagePlan page) {
        return page.path().equals("./") ? base : base.resolve(page.path());
    }

    private List<Started> start(URI base, PageObserver observer, Deadline deadline, ExecutorService pages) {
        AtomicInteger done = new AtomicInteger();
        List<Started> started = new ArrayList<>();
        for (PagePlan page : plan.pages()) {
            URI url = url(base, page);
            started.add(new Started(page, url, pages.submit(() -> {
                PageObservation seen = observer.observe(url, page.expectations(), deadline);
                progress.observed(seen);
                progress.page(url, done.incrementAndGet(), plan.pages().size());
                return seen;
            })));
        }
        return started;
    }

    private List<Seen> collect(URI base, List<Started> started, Deadline deadline) {
        return started.stream()
                .map(s -> new Seen(s.page(), base, s.url(), await(s.observation(), deadline)))
                .toList();
    }

    private Captured<PageObservation> await(Future<PageObservation> observation, Deadline deadline) {
        try {
            return Captured.seen(observation.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            observation.cancel(true);
            return Captured.unseen(
                    "the run's time limit of " + plan.wholeTime().toSeconds()
                            + " s was over before the page had been looked at; raise --timeout",
                    Fault.TOOL);
        } catch (ExecutionException e) {
            return Captured.unseen("looking at the page failed, which is a bug: " + e.getCause(), Fault.TOOL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Captured.unseen("the run was interrupted", Fault.TOOL);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "smoke-look");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * All that was seen.
     *
     * @param site the site as a whole; absent where it could not be reached at all
     * @param pages its pages
     */
    record Sight(Optional<SiteObservation> site, List<Seen> pages) {}

    /**
     * One page that was looked at.
     *
     * @param page its plan
     * @param base where the target answered
     * @param url the page's URL
     * @param observation what was seen
     */
    record Seen(PagePlan page, URI base, URI url, Captured<PageObservation> observation) {}

    private record Started(PagePlan page, URI url, Future<PageObservation> observation) {}
}
