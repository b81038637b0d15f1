package dev.smokerunner.run;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.PageObserver;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.files.PackageReader;
import dev.smokerunner.observe.http.EnvironmentProxies;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.url.Site;
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
 * The stage that sees: opens the target, starts the browser, and looks at all pages of a plan, several at once. What was seen
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
     * @return what was made of the pages, in the order of the plan
     */
    <T> Sight<T> atAllPages(Function<Seen, T> judge) {
        Deadline deadline = new Deadline(plan.wholeTime(), system.nanoTime());
        ExecutorService threads = Executors.newCachedThreadPool(PagesObserver::daemon);
        ExecutorService pages = Executors.newFixedThreadPool(
                plan.grid().isPresent() ? PAGES_AT_ONCE_ON_A_GRID : PAGES_AT_ONCE, PagesObserver::daemon);
        progress.stage("starting the browser");
        try (BackgroundBrowser browser = new BackgroundBrowser(browsers, plan, threads);
                ServedTarget target = Targets.open(plan.target(), new EnvironmentProxies(system.environment()))) {
            List<URI> urls =
                    plan.pages().stream().map(page -> url(target.url(), page)).toList();
            SiteObservation site = new SiteObserver(plan, target.url(), urls, deadline, system, progress)
                    .with(SiteObservation.of(contents(target, PageKeys.visited(plan), PageKeys.proxied(plan))));
            // After a release has arrived, which may log everybody out.
            VisitorLogIn.Outcome logIn = logIn(browser, target.url(), deadline);
            Looking looking = new Looking(target.url(), site, logIn, deadline, threads, pages);
            List<T> seen = logIn.trouble().isEmpty() ? atPages(browser, looking, judge) : withoutLogIn(looking, judge);
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

    private VisitorLogIn.Outcome logIn(BackgroundBrowser browser, URI target, Deadline deadline) {
        if (!plan.browser().preparation().steps().isEmpty()) {
            progress.stage("logging in");
        }
        VisitorLogIn.Outcome outcome =
                new VisitorLogIn(plan.browser().preparation(), browser.browser(), deadline).at(target);
        plan.redaction().add(outcome.session().tokens());
        return outcome;
    }

    private <T> List<T> atPages(BackgroundBrowser browser, Looking at, Function<Seen, T> judge) {
        try (HttpFetcher http = http(at)) {
            PageObserver observer = observer(at, http, browser.browser());
            PageLook look =
                    endingAfterTheLast(browser, (url, page) -> observer.observe(url, page.expectations(), at.deadline));
            return collect(start(at.base, look, at.pages, judge), at.site, at.deadline, judge);
        }
    }

    /**
     * Without its log-in no page can be judged. A page of the log-in that the server did not answer can: it is looked at in the
     * place of the first page, and never by the browser, so that it cannot pass should it be back by now.
     */
    private <T> List<T> withoutLogIn(Looking at, Function<Seen, T> judge) {
        String why = at.logIn.trouble().orElseThrow();
        List<T> judged = new ArrayList<>();
        at.logIn.unanswered().ifPresent(url -> judged.add(judge.apply(unanswered(at, url, why))));
        plan.pages().stream()
                .skip(judged.size())
                .forEach(page -> judged.add(judge.apply(unseen(page, at.base, Optional.of(at.site), why))));
        return judged;
    }

    private Seen unanswered(Looking at, URI url, String why) {
        PagePlan page = new PagePlan(url.toString(), Expectations.NONE);
        CompletableFuture<Captured<Browser>> none = CompletableFuture.completedFuture(Captured.unseen(why, Fault.TOOL));
        try (HttpFetcher http = http(at)) {
            PageObservation seen = observer(at, http, none).observe(url, page.expectations(), at.deadline);
            return new Seen(page, at.base, url, Optional.empty(), Captured.seen(seen));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unseen(page, at.base, Optional.of(at.site), "the run was interrupted");
        }
    }

    private HttpFetcher http(Looking at) {
        HttpOptions options = HttpOptions.of(at.base)
                .with(plan.browser().headers(), plan.browser().basicAuth())
                .with(at.logIn.session());
        return new HttpFetcher(options, system.environment(), system.sleeper());
    }

    private PageObserver observer(Looking at, HttpFetcher http, Future<Captured<Browser>> browser) {
        return new PageObserver(
                http,
                browser,
                at.logIn.session(),
                new Site(at.base, plan.firstParty()),
                at.site,
                at.threads,
                system.sleeper());
    }

    private <T> List<T> unseen(URI base, String why, Function<Seen, T> judge) {
        return plan.pages().stream()
                .map(page -> judge.apply(unseen(page, base, Optional.empty(), why)))
                .toList();
    }

    private static Seen unseen(PagePlan page, URI base, Optional<SiteObservation> site, String why) {
        return new Seen(page, base, url(base, page), site, Captured.unseen(why, Fault.TOOL));
    }

    private static Captured<PackageContents> contents(ServedTarget target, Set<String> visited, Set<String> proxied) {
        return target.files()
                .map(files -> PackageReader.read(files, visited, proxied))
                .orElseGet(() -> Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));
    }

    private static URI url(URI base, PagePlan page) {
        return page.path().equals("./") ? base : base.resolve(page.path());
    }

    /** The browser takes as long to end as the last page takes to be judged. */
    private PageLook endingAfterTheLast(BackgroundBrowser browser, PageLook look) {
        AtomicInteger left = new AtomicInteger(plan.pages().size());
        return (url, page) -> {
            PageObservation seen = look.at(url, page);
            if (left.decrementAndGet() == 0) {
                browser.close();
            }
            return seen;
        };
    }

    private <T> List<Started<T>> start(URI base, PageLook look, ExecutorService pages, Function<Seen, T> judge) {
        AtomicInteger done = new AtomicInteger();
        List<Started<T>> started = new ArrayList<>();
        for (PagePlan page : plan.pages()) {
            URI url = url(base, page);
            started.add(new Started<>(page, base, pages.submit(() -> {
                PageObservation seen = look.at(url, page);
                T judged = judge.apply(new Seen(page, base, url, Optional.empty(), Captured.seen(seen)));
                progress.observed(seen);
                progress.page(url, done.incrementAndGet(), plan.pages().size());
                return judged;
            })));
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
        return judge.apply(unseen(page.page(), page.base(), Optional.of(site), why));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "smoke-look");
        thread.setDaemon(true);
        return thread;
    }

    /** A look at one page. */
    private interface PageLook {
        PageObservation at(URI url, PagePlan page) throws InterruptedException;
    }

    /**
     * All that was seen.
     *
     * @param site the site as a whole; absent where it could not be reached at all
     * @param pages what was made of its pages
     */
    record Sight<T>(Optional<SiteObservation> site, List<T> pages) {}

    /**
     * One page that was looked at.
     *
     * @param page its plan
     * @param base where the target answered
     * @param url the page's URL
     * @param site what was seen of the whole site, where the page was not seen; absent where that was not either
     * @param observation what was seen
     */
    record Seen(
            PagePlan page, URI base, URI url, Optional<SiteObservation> site, Captured<PageObservation> observation) {}

    private record Started<T>(PagePlan page, URI base, Future<T> judged) {}

    /** What all pages of a run are looked at with. */
    private record Looking(
            URI base,
            SiteObservation site,
            VisitorLogIn.Outcome logIn,
            Deadline deadline,
            ExecutorService threads,
            ExecutorService pages) {}
}
