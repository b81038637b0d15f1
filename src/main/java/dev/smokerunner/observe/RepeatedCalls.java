package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation.Healed;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.http.HttpFetcher;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks once more for the data that a page called for and got: one of several servers may fail each second time, and a page asks
 * for its data once. Only what is safe to ask (RFC 9110, section 9.2.1) and was answered with JSON at once; what plain HTTP does
 * not get, because it lacks what the page's code adds to its calls, says nothing.
 */
final class RepeatedCalls {
    /** The rate of a few tells about the server behind all of them. */
    private static final int MOST = 5;

    /** Calls that are held until there is news take longer, and what is slow costs the run and the server more than it tells. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Three tries with their pauses, and the answers that tell the rate. */
    private static final Duration MOST_TIME = Duration.ofSeconds(6);

    private final HttpFetcher http;
    private final PageAsks page;
    private final Map<URI, HttpAnswer> answers = new LinkedHashMap<>();

    private RepeatedCalls(HttpFetcher http, PageAsks page) {
        this.http = http;
        this.page = page;
    }

    /**
     * Asks again.
     *
     * @param requests those of the last visit of the page
     * @param view what plain HTTP asked for anyway
     */
    static RepeatedCalls of(HttpFetcher http, List<BrowserRequest> requests, HttpView view) {
        PageAsks page = new PageAsks(view.document().url(), view.html().value());
        RepeatedCalls calls = new RepeatedCalls(http, page);
        Map<URI, CompletableFuture<HttpAnswer>> asked = new LinkedHashMap<>();
        requests.stream()
                .filter(call -> isSafe(call) && !view.assets().containsKey(call.url()))
                .map(BrowserRequest::url)
                .distinct()
                .limit(MOST)
                .forEach(url -> asked.put(url, http.ask(url, page.inquiry(Role.JSON))));
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new));
        all.completeOnTimeout(null, MOST_TIME.toMillis(), TimeUnit.MILLISECONDS).join();
        asked.forEach((url, answer) -> Optional.ofNullable(answer.getNow(null))
                .filter(HttpAnswer::isOk)
                .ifPresent(good -> calls.answers.put(url, good)));
        return calls;
    }

    private static boolean isSafe(BrowserRequest call) {
        return call.kind() == Kind.CALL
                && call.firstParty()
                && call.method().equals("GET")
                && call.isOk()
                && call.headers().mediaType().endsWith("json")
                && call.took().filter(took -> took.compareTo(AT_ONCE) < 0).isPresent();
    }

    /**
     * How often a call fails that failed in the browser and healed.
     *
     * @param failed how many of its answers were bad
     * @param asked how many there were
     * @return empty where no further answer is bad, or plain HTTP does not get what the page gets
     */
    Optional<Rate> rate(URI url, int failed, int asked) {
        return Optional.ofNullable(answers.get(url))
                .flatMap(good -> good.rate().or(() -> http.rate(url, page.inquiry(Role.JSON), failed, asked)));
    }

    /** The calls that only plain HTTP saw fail, again and again. */
    List<Healed> comingAndGoing(Set<URI> seenByBrowser) {
        List<Healed> healed = new ArrayList<>();
        answers.forEach((url, answer) -> answer.rate()
                .filter(rate -> rate.isWorthKnowing() && !seenByBrowser.contains(url))
                .ifPresent(rate ->
                        healed.add(new Healed(url, answer.attempts().get(0).words(), answer.tries(), answer.rate()))));
        return healed;
    }
}
