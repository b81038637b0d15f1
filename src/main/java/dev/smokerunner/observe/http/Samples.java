package dev.smokerunner.observe.http;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Learns how often something fails that was bad once and good once; bounded for each URL and for the run. */
final class Samples {
    /** All answers of one URL together: what fails every third time shows in so many in nine of ten runs. */
    private static final int MOST = 6;

    /** The rate of a few tells about the server behind all of them. */
    private static final int MOST_URLS = 20;

    private static final Duration MOST_TIME = Duration.ofSeconds(3);

    private final AtomicInteger urls = new AtomicInteger();

    /**
     * Asks until there are enough answers.
     *
     * @param failed how many answers were bad
     * @param asked how many there were
     * @param ask asks once more
     * @return empty where none of the further answers is bad: what was wrong has passed; also where the server asks to be asked
     *     less often, so that it is the asking which fails
     */
    Optional<Rate> rate(int failed, int asked, Supplier<HttpAnswer> ask) {
        if (urls.incrementAndGet() > MOST_URLS) {
            return Optional.empty();
        }
        int bad = failed;
        int all = asked;
        Duration spent = Duration.ZERO;
        while (all < MOST && spent.compareTo(MOST_TIME) < 0) {
            HttpAnswer answer = ask.get();
            if (isTooMany(answer)) {
                return Optional.empty();
            }
            all++;
            bad += answer.isOk() ? 0 : 1;
            spent = spent.plus(answer.took());
        }
        return bad > failed ? Optional.of(new Rate(bad, all)) : Optional.empty();
    }

    /** Too Many Requests. */
    private static boolean isTooMany(HttpAnswer answer) {
        return answer.response().filter(response -> response.status() == 429).isPresent();
    }
}
