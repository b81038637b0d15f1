package dev.smokerunner.run;

import dev.smokerunner.expectation.Expectations;
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
import dev.smokerunner.observe.visitor.Session;
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
import java.util.concurrent.CompletableFuture;
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
    <T> Sight<T> atAllPages(Function<SeenPage, T> judge) {
        Deadline deadline = new Deadline(plan.wholeTime(), system.nanoTime());
        ExecutorService threads = Executors.newCachedThreadPool(PagesObserver::daemon);
        ExecutorService pages = Executors.newFixedThreadPool(
                plan.grid().isPresent() ? PAGES_AT_ONCE_ON_A_GRID : PAGES_AT_ONCE, PagesObserver::daemon);
        progress.stage("starting the browser");
        try (OpenedBrowsers opened = OpenedBrowsers.start(browsers, plan, threads);
                ServedTarget target = Targets.open(plan.target(), new EnvironmentProxies(system.environment()))) {
            List<URI> urls =
                    plan.pages().stream().map(page -> url(target.url(), page)).toList();
            SiteObservation site = new SiteObserver(plan, target.url(), urls, deadline, system, progress)
                    .with(SiteObservation.of(contents(target, PageKeys.visited(plan), PageKeys.proxied(plan))));
            // After a release has arrived, which may log everybody out.
            List<Visitor> visitors = visitors(opened, target.url(), deadline);
            List<T> seen;
            try (HttpFetcher http = http(target.url(), visitors)) {
                PageObserver observer = new PageObserver(
                        http, new Site(target.url(), plan.firstParty()), site, threads, system.sleeper());
                Looking looking = new Looking(target.url(), site, observer, deadline);
                seen = collect(start(looking, visitors, pages, judge), site, deadline, judge);
            }
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

    private <T> List<T> unseen(URI base, String why, Function<SeenPage, T> judge) {
        return looks(plan.viewers()).stream()
                .map(look -> judge.apply(unseen(look, base, Optional.empty(), why)))
                .toList();
    }

    private List<Look> looks(List<Viewer> viewers) {
        List<Look> looks = new ArrayList<>();
        for (PagePlan page : plan.pages()) {
            for (Viewer viewer : viewers) {
                looks.add(new Look(looks.size(), page, viewer));
            }
        }
        return looks;
    }

    private static SeenPage unseen(Look look, URI base, Optional<SiteObservation> site, String why) {
        return look.saw(base, url(base, look.page()), site, Captured.unseen(why, Fault.TOOL));
    }

    private static Captured<PackageContents> contents(ServedTarget target, Set<String> visited, Set<String> proxied) {
        return target.files()
                .map(files -> PackageReader.read(files, visited, proxied))
                .orElseGet(() -> Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));
    }

    private static URI url(URI base, PagePlan page) {
        return page.path().equals("./") ? base : base.resolve(page.path());
    }

    private List<Visitor> visitors(OpenedBrowsers opened, URI target, Deadline deadline) {
        if (!plan.firstBrowser().preparation().steps().isEmpty()) {
            progress.stage("logging in");
        }
        List<Visitor> visitors = new ArrayList<>();
        for (Opened browser : opened.all()) {
            VisitorLogIn.Outcome logIn =
                    new VisitorLogIn(browser.viewer().choice().preparation(), browser.ready(), deadline).at(target);
            plan.redaction().add(logIn.session().tokens());
            visitors.add(new Visitor(browser, logIn));
        }
        return visitors;
    }

    /** Plain HTTP comes as the first browser does that could log in. */
    private HttpFetcher http(URI base, List<Visitor> visitors) {
        Session session = visitors.stream()
                .filter(visitor -> visitor.logIn().trouble().isEmpty())
                .findFirst()
                .map(visitor -> visitor.logIn().session())
                .orElse(Session.NONE);
        HttpOptions options = HttpOptions.of(base)
                .with(plan.firstBrowser().headers(), plan.firstBrowser().basicAuth())
                .as(plan.firstBrowser().screen().userAgent())
                .with(session);
        return new HttpFetcher(options, system.environment(), system.sleeper());
    }

    private <T> List<Started<T>> start(
            Looking at, List<Visitor> visitors, ExecutorService threads, Function<SeenPage, T> judge) {
        List<Look> looks = looks(
                visitors.stream().map(visitor -> visitor.browser().viewer()).toList());
        AtomicInteger done = new AtomicInteger();
        List<Started<T>> started = new ArrayList<>();
        for (Look look : looks) {
            Visitor visitor = visitors.get(look.number() % visitors.size());
            started.add(new Started<>(look, at.base, threads.submit(() -> {
                SeenPage seen =
                        visitor.logIn().trouble().isEmpty() ? seen(at, look, visitor) : notLoggedIn(at, look, visitor);
                visitor.browser().looked();
                T judged = judge.apply(seen);
                progress.page(seen.url(), done.incrementAndGet(), looks.size());
                return judged;
            })));
        }
        return started;
    }

    private static SeenPage seen(Looking at, Look look, Visitor visitor) throws InterruptedException {
        URI url = url(at.base, look.page());
        PageObservation seen = at.observer.observe(
                url,
                visitor.browser().ready(),
                visitor.logIn().session(),
                look.page().expectations(),
                at.deadline);
        return look.saw(at.base, url, Optional.empty(), Captured.seen(seen));
    }

    /**
     * Without its log-in no page can be judged. A page of the log-in that the server did not answer can: it is looked at in the
     * place of the first page, and never by the browser, so that it cannot pass should it be back by now.
     */
    private SeenPage notLoggedIn(Looking at, Look look, Visitor visitor) throws InterruptedException {
        String why = visitor.logIn().trouble().orElseThrow();
        Optional<URI> unanswered = visitor.logIn().unanswered().filter(url -> look.page()
                .equals(plan.pages().get(0)));
        if (unanswered.isEmpty()) {
            return unseen(look, at.base, Optional.of(at.site), why);
        }
        URI url = unanswered.get();
        PagePlan logIn = new PagePlan(url.toString(), Expectations.NONE);
        PageObservation seen = at.observer.observe(
                url,
                CompletableFuture.completedFuture(Captured.unseen(why, Fault.TOOL)),
                Session.NONE,
                logIn.expectations(),
                at.deadline);
        return new Look(look.number(), logIn, look.viewer()).saw(at.base, url, Optional.empty(), Captured.seen(seen));
    }

    private <T> List<T> collect(
            List<Started<T>> started, SiteObservation site, Deadline deadline, Function<SeenPage, T> judge) {
        return started.stream().map(one -> await(one, site, deadline, judge)).toList();
    }

    private <T> T await(Started<T> page, SiteObservation site, Deadline deadline, Function<SeenPage, T> judge) {
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
        return judge.apply(unseen(page.look(), page.base(), Optional.of(site), why));
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "smoke-look");
        thread.setDaemon(true);
        return thread;
    }

    /** A browser, and with what its visits begin. */
    private record Visitor(Opened browser, VisitorLogIn.Outcome logIn) {}

    /** What all pages of a run are looked at with. */
    private record Looking(URI base, SiteObservation site, PageObserver observer, Deadline deadline) {}

    /**
     * All that was seen.
     *
     * @param site the site as a whole; absent where it could not be reached at all
     * @param pages what was made of its pages: of each with each browser, in the order of the plan
     */
    record Sight<T>(Optional<SiteObservation> site, List<T> pages) {}

    /** One page, to be looked at with one browser. */
    private record Look(int number, PagePlan page, Viewer viewer) {
        SeenPage saw(URI base, URI url, Optional<SiteObservation> site, Captured<PageObservation> observation) {
            return new SeenPage(
                    number, page, viewer.name(), base, url, site, observation.map(seen -> seen.seenBy(viewer.title())));
        }
    }

    private record Started<T>(Look look, URI base, Future<T> judged) {}
}
