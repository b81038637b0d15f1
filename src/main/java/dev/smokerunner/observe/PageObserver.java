package dev.smokerunner.observe;

import static java.util.stream.Collectors.toSet;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageObservation.Healed;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.observe.url.Site;
import dev.smokerunner.observe.visitor.Session;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * Looks at pages, each in both ways at the same time, and again where the trouble may pass.
 *
 * <p>Safe for use by several threads at once.
 */
public final class PageObserver {
    /** Twice more: enough for a server that is being restarted, and a bound on what a broken one can cost. */
    private static final int MAX_LOOKS = 3;

    /** Who has not answered for so long is slow at least; the visit of a page that is ready at once ends sooner. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private final HttpFetcher http;
    private final Site firstParty;
    private final SiteObservation site;
    private final Executor background;
    private final Sleeper sleeper;
    private final ScriptMemory scripts = new ScriptMemory();

    /** How often plain HTTP fails where a browser does not: whichever browser that is, it is found out once. */
    private final Map<URI, Optional<Rate>> refusedToUs = new ConcurrentHashMap<>();

    /**
     * An observer of the pages of one site.
     *
     * @param http asks over plain HTTP
     * @param firstParty which URLs belong to the site
     * @param site what was seen of the whole site
     * @param background runs the plain HTTP look beside the browser's
     * @param sleeper waits between two looks
     */
    public PageObserver(HttpFetcher http, Site firstParty, SiteObservation site, Executor background, Sleeper sleeper) {
        this.http = http;
        this.firstParty = firstParty;
        this.site = site;
        this.background = background;
        this.sleeper = sleeper;
    }

    /**
     * Looks at one page until it is good, its trouble cannot pass, or the deadline is near. What plain HTTP has asked for
     * already, for another browser or another page, it is not asked for again.
     *
     * @param browser the browser, which may still be starting
     * @param session what its visitor brings along
     * @throws InterruptedException if the run was given up
     */
    public PageObservation observe(
            URI page, Future<Captured<Browser>> browser, Session session, Expectations expected, Deadline deadline)
            throws InterruptedException {
        PageScripts pageScripts = new PageScripts(scripts, firstParty, deadline.half());
        HttpPageObserver look = new HttpPageObserver(
                http,
                firstParty,
                pageScripts,
                new ListedFiles(firstParty, deadline.half()),
                site.contents().value().isEmpty());
        CompletableFuture<HttpView> httpView =
                CompletableFuture.supplyAsync(() -> look.at(page, expected.status()), background);
        Map<URI, String> failedBefore = new LinkedHashMap<>();
        Duration backoff = FIRST_BACKOFF;
        for (int attempt = 1; ; attempt++) {
            Captured<BrowserVisit> visit = visit(page, started(browser), session, expected, deadline);
            Map<URI, String> trouble = visit.value().map(TransientFailure::in).orElse(Map.of());
            boolean last = attempt == MAX_LOOKS || deadline.remaining().compareTo(backoff.multipliedBy(4)) < 0;
            if (trouble.isEmpty() || last) {
                visit = visit.map(
                        seen -> TemplatePictures.without(seen, httpView.join().html()));
                HttpView view = joined(look, httpView, visit).withUnclosed(pageScripts.unclosed());
                List<Healed> healed = healed(failedBefore, visit, attempt, view);
                return observation(page, view, visit, healed, attempt);
            }
            trouble.forEach(failedBefore::putIfAbsent);
            sleeper.sleep(backoff);
            backoff = backoff.multipliedBy(2);
        }
    }

    private PageObservation observation(
            URI page, HttpView view, Captured<BrowserVisit> visit, List<Healed> healed, int attempts) {
        return new PageObservation(
                page,
                view.document(),
                view.html(),
                visit,
                view.references(),
                view.assets(),
                view.madeUp(),
                site,
                firstParty.own(),
                view.unclosed(),
                view.builds(),
                healed,
                view.notes(),
                attempts);
    }

    private HttpView joined(HttpPageObserver look, CompletableFuture<HttpView> httpView, Captured<BrowserVisit> visit) {
        visit.value().ifPresent(this::tellOfSilence);
        HttpView plain = httpView.join();
        HttpView view = visit.value().map(v -> look.with(plain, v)).orElse(plain);
        boolean isLive = site.contents().value().isEmpty();
        return isLive ? view.withBuilds(new Builds(http, firstParty).seen(view, visit.value())) : view;
    }

    /** What the browser waited for until its time was over need not be waited for as long again. */
    private void tellOfSilence(BrowserVisit visit) {
        Duration end = visit.settling().until();
        visit.requests().stream()
                .filter(request -> request.isOpen() && request.status().isEmpty())
                .filter(request -> end.minus(request.startedAfter()).compareTo(LONG) > 0)
                .forEach(request -> http.isSilent(request.url(), end.minus(request.startedAfter())));
    }

    private List<Healed> healed(Map<URI, String> before, Captured<BrowserVisit> visit, int attempts, HttpView view) {
        Map<URI, String> now = visit.value().map(TransientFailure::in).orElse(Map.of());
        RepeatedCalls calls =
                RepeatedCalls.of(http, visit.value().map(BrowserVisit::requests).orElse(List.of()), view);
        List<Healed> healed = new ArrayList<>();
        before.forEach((url, what) -> {
            if (!now.containsKey(url)) {
                Optional<Rate> rate = rate(url, attempts, view).or(() -> calls.rate(url, attempts - 1, attempts));
                healed.add(new Healed(url, what, attempts, rate));
            }
        });
        healed.addAll(calls.comingAndGoing(before.keySet()));
        healed.addAll(gotByTheBrowserAlone(visit, view));
        return healed;
    }

    /**
     * The page and the files that plain HTTP did not get in any of its tries and the browser got in its one. Where a further try
     * gets one as well, it comes and goes; where none does, the server looks at who asks, or the browser was lucky.
     */
    private List<Healed> gotByTheBrowserAlone(Captured<BrowserVisit> visit, HttpView view) {
        Set<URI> got = visit.value().map(BrowserVisit::requests).orElse(List.of()).stream()
                .filter(request -> request.firstParty() && request.isOk())
                .map(BrowserRequest::url)
                .collect(toSet());
        Map<URI, HttpAnswer> answers = new LinkedHashMap<>(view.assets());
        answers.put(view.document().url(), view.document());
        List<Healed> healed = new ArrayList<>();
        answers.forEach((url, answer) -> {
            if (TransientFailure.mayPass(answer) && got.contains(url)) {
                String first = answer.attempts().get(0).words();
                int tries = answer.tries() + 1;
                refusedToUs
                        .computeIfAbsent(url, again -> http.rate(again, Role.OTHER, answer.tries(), tries))
                        .filter(rate -> rate.failed() < rate.asked() - 1
                                || TransientFailure.isForEverybody(
                                        answer, view.document().isOk()))
                        .ifPresent(rate -> healed.add(new Healed(url, first, tries, Optional.of(rate))));
            }
        });
        return healed;
    }

    /** How often a page or a file of it fails. */
    private Optional<Rate> rate(URI url, int attempts, HttpView view) {
        boolean isPage = url.equals(view.document().url());
        HttpAnswer plain = isPage ? view.document() : view.assets().get(url);
        if (plain == null) {
            return Optional.empty();
        }
        return plain.rate().or(() -> http.rate(url, isPage ? Role.DOCUMENT : Role.OTHER, attempts - 1, attempts));
    }

    private Captured<BrowserVisit> visit(
            URI page, Captured<Browser> ready, Session session, Expectations expected, Deadline deadline) {
        if (ready instanceof Captured.Unseen<Browser> missing) {
            return Captured.unseen(missing.reason(), missing.fault());
        }
        VisitRequest request = new VisitRequest(
                page,
                deadline.atMost(expected.responseTime().load()),
                deadline.atMost(expected.responseTime().ready()),
                expected.required(),
                expected.forbidden(),
                firstParty,
                session);
        try {
            return Captured.seen(ready.value().orElseThrow().visit(request));
        } catch (BrowserException e) {
            return Captured.unseen(String.valueOf(e.getMessage()), Fault.TOOL);
        }
    }

    private static Captured<Browser> started(Future<Captured<Browser>> browser) throws InterruptedException {
        try {
            return browser.get();
        } catch (ExecutionException e) {
            return Captured.unseen("the browser did not start: " + e.getCause(), Fault.TOOL);
        }
    }
}
