package dev.smokerunner.observe.http;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.Attempt;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;

/**
 * Asks for one URL as often as its trouble is worth: again from a new connection what may pass, a second time what is to be
 * confirmed, and some times more what is good once and bad once.
 */
final class Retries {
    private final Clients clients;
    private final RequestBuilder requests;
    private final BodyReader bodies;
    private final Sleeper sleeper;
    private final Samples samples = new Samples();
    private final Map<URI, Duration> silent = new ConcurrentHashMap<>();
    private final List<Cookie> brought;
    private final Map<URI, List<Cookie>> cookies = new ConcurrentHashMap<>();

    /**
     * Asks.
     *
     * @param brought the cookies that each visit of a page begins with
     */
    Retries(Clients clients, RequestBuilder requests, BodyReader bodies, List<Cookie> brought, Sleeper sleeper) {
        this.clients = clients;
        this.requests = requests;
        this.bodies = bodies;
        this.brought = brought;
        this.sleeper = sleeper;
    }

    /** Somebody has waited for a URL in vain, for so long: it is asked for once more, and for a short time. */
    void isSilent(URI url, Duration waited) {
        silent.put(url, waited);
    }

    /** Asks until the answer is good, or no further try is worth it. */
    HttpAnswer insist(URI url, Inquiry inquiry) throws InterruptedException {
        Duration waited = silent.getOrDefault(url, Duration.ZERO);
        if (!waited.isZero()) {
            return triedAgain(HttpFetcher.failed(url, Kind.TIMEOUT, waited), inquiry);
        }
        List<Attempt> others = new ArrayList<>();
        HttpAnswer last = go(clients, url, inquiry);
        Optional<Duration> pause = RetryPolicy.pause(1, last);
        while (pause.isPresent()) {
            others.add(RetryPolicy.attempt(last));
            sleeper.sleep(pause.get());
            last = triedAgain(last, inquiry);
            pause = RetryPolicy.pause(others.size() + 1, last);
        }
        return RetryPolicy.isToConfirm(last) ? confirm(last, others, inquiry) : sampled(last.after(others), inquiry);
    }

    /** Of two that did not answer in time, the one that had more of it. */
    private HttpAnswer triedAgain(HttpAnswer last, Inquiry inquiry) {
        Clients through = clients.within(RetryPolicy.limit(last, clients.limit()));
        HttpAnswer next = fresh(through, last.url(), inquiry);
        return RetryPolicy.isSilent(last) && RetryPolicy.isSilent(next) ? last : next;
    }

    private HttpAnswer confirm(HttpAnswer bad, List<Attempt> others, Inquiry inquiry) {
        HttpAnswer again = fresh(bad.url(), inquiry);
        others.add(RetryPolicy.attempt(again.isOk() ? again : bad));
        HttpAnswer told = bad.after(others);
        return again.isOk() ? told.withRate(rate(bad.url(), inquiry, told.tries() - 1, told.tries())) : told;
    }

    /** How often what healed fails: not at all where it was the trouble of a moment. */
    private HttpAnswer sampled(HttpAnswer answer, Inquiry inquiry) {
        boolean hasHealed = answer.isOk() && !answer.attempts().isEmpty();
        return hasHealed ? answer.withRate(rate(answer.url(), inquiry, answer.tries() - 1, answer.tries())) : answer;
    }

    /**
     * Asks some times more for what was bad and good, and tells how often it fails.
     *
     * @param failed how many answers were bad
     * @param asked how many there were
     * @return empty where no further answer is bad, or nobody asked because too much comes and goes
     */
    Optional<Rate> rate(URI url, Inquiry inquiry, int failed, int asked) {
        return samples.rate(failed, asked, () -> again(url, inquiry));
    }

    /** Asks for a URL again whatever it answered before, from a connection of its own. */
    HttpAnswer again(URI url, Inquiry inquiry) {
        HttpAnswer answer = fresh(url, inquiry);
        answer.response().ifPresent(response -> bodies.giveBack(response.body()));
        return answer;
    }

    /** Asks from a new connection: an old one may be the trouble, or lead to the one bad server of several. */
    private HttpAnswer fresh(URI url, Inquiry inquiry) {
        return fresh(clients, url, inquiry);
    }

    private HttpAnswer fresh(Clients through, URI url, Inquiry inquiry) {
        ConnectionPool pool = new ConnectionPool();
        try {
            return go(through.on(pool), url, inquiry);
        } finally {
            pool.evictAll();
        }
    }

    private HttpAnswer go(Clients through, URI url, Inquiry inquiry) {
        boolean isPage = inquiry.role() == Role.DOCUMENT && inquiry.page().isEmpty();
        RedirectChain chain = new RedirectChain(through, requests, bodies, inquiry, isPage ? brought : ofPage(inquiry));
        HttpAnswer answer = chain.go(url);
        if (isPage) {
            cookies.put(url, chain.cookies());
        }
        return answer;
    }

    /** A browser visits each page with a profile that holds only what is brought along: what counts besides is what that page set. */
    private List<Cookie> ofPage(Inquiry inquiry) {
        return inquiry.page().map(page -> cookies.getOrDefault(page, brought)).orElse(brought);
    }
}
