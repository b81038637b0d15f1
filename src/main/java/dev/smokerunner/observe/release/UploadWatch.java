package dev.smokerunner.observe.release;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.UploadSighting;
import dev.smokerunner.observation.UploadSighting.Sample;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.Sleeper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Watches pages and the assets that they name while somebody uploads them.
 *
 * @param http asks; nobody else uses it
 * @param firstParty whether a URL belongs to the site
 * @param nanoTime a monotonic clock in nanoseconds
 * @param sleeper waits between two looks
 */
public record UploadWatch(HttpFetcher http, Predicate<URI> firstParty, LongSupplier nanoTime, Sleeper sleeper) {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    /** A look that takes longer has seen enough, and the next second has its own. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    /**
     * Looks every second until the time is over.
     *
     * @param pages the pages
     * @param time how long to watch
     * @throws InterruptedException if the run was given up
     */
    public UploadSighting watch(List<URI> pages, Duration time) throws InterruptedException {
        long start = nanoTime.getAsLong();
        List<Sample> samples = new ArrayList<>();
        Duration at = Duration.ZERO;
        while (at.compareTo(time) < 0) {
            samples.add(new Sample(at, missing(pages)));
            Duration next = at.plus(BETWEEN);
            Duration pause = next.minus(since(start));
            if (!pause.isNegative() && !pause.isZero()) {
                sleeper.sleep(pause);
            }
            at = since(start);
        }
        return new UploadSighting(at, samples);
    }

    private List<URI> missing(List<URI> pages) throws InterruptedException {
        Deadline deadline = new Deadline(LONGEST_LOOK, nanoTime);
        List<URI> missing = new ArrayList<>();
        Map<URI, Role> named = new LinkedHashMap<>();
        List<PendingAnswers.Asked<PageAssets>> asked = pages.stream()
                .map(page -> new PendingAnswers.Asked<>(
                        http.use(page, Role.DOCUMENT, answer -> PageAssets.of(answer, firstParty)),
                        () -> PageAssets.of(http.unanswered(page, Role.DOCUMENT), firstParty)))
                .toList();
        for (PageAssets page : PendingAnswers.collected(asked, deadline)) {
            if (!page.answer().isOk() && !page.answer().isUnasked()) {
                missing.add(page.answer().url());
            }
            named.putAll(page.named());
        }
        List<PendingAnswers.Asked<HttpAnswer>> assets = named.entrySet().stream()
                .map(asset -> new PendingAnswers.Asked<>(
                        http.use(asset.getKey(), asset.getValue(), Comparison::withoutBody),
                        () -> http.unanswered(asset.getKey(), asset.getValue())))
                .toList();
        PendingAnswers.collected(assets, deadline).stream()
                .filter(answer -> !isThere(answer))
                .map(HttpAnswer::url)
                .forEach(missing::add);
        return missing;
    }

    /** A page that answers for a script or a style sheet means that it is not there; of what was not asked nothing is known. */
    private static boolean isThere(HttpAnswer answer) {
        return answer.isUnasked()
                || answer.isOk()
                        && answer.response()
                                .map(HttpResponse::headers)
                                .filter(headers -> headers.mediaType().equals("text/html"))
                                .isEmpty();
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
