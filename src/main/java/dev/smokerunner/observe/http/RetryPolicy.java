package dev.smokerunner.observe.http;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure.Kind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Decides by the cause of trouble whether a URL is asked for again, and after how long. */
final class RetryPolicy {
    /** One try and at most two more. */
    private static final int MOST_TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    /** Who asks for more patience than this is not asked again: the answer stands. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    private static final Set<Integer> TO_CONFIRM = Set.of(403, 404);

    private RetryPolicy() {}

    /**
     * How long to wait before the next try.
     *
     * @param tries how many there were
     * @param last what came of the last one
     * @return empty where the last answer stands
     */
    static Optional<Duration> pause(int tries, HttpAnswer last) {
        if (tries >= MOST_TRIES || !mayHeal(last)) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(3, tries - 1));
        Duration asked = last.response().flatMap(RetryPolicy::retryAfter).orElse(Duration.ZERO);
        if (asked.compareTo(MOST_PATIENCE) > 0) {
            return Optional.empty();
        }
        return Optional.of(asked.compareTo(pause) > 0 ? asked : pause);
    }

    /**
     * How long the next try may take: who had all the time there was and said nothing gets a quarter of it, enough for a server
     * that had to start, and not so long that one silent file holds up the run.
     */
    static Duration limit(HttpAnswer last, Duration usual) {
        return isSilent(last) ? usual.dividedBy(4) : usual;
    }

    /** Whether no answer came in time. */
    static boolean isSilent(HttpAnswer answer) {
        return answer.failure().filter(why -> why.kind() == Kind.TIMEOUT).isPresent();
    }

    /** Whether an answer is final only if it comes twice; then the worse one stands. */
    static boolean isToConfirm(HttpAnswer answer) {
        return answer.whole().filter(r -> TO_CONFIRM.contains(r.status())).isPresent();
    }

    /** What went wrong, in a few words; the status where nothing did. */
    static String words(HttpAnswer answer) {
        return answer.failure()
                .map(failure -> failure.quote().text())
                .or(() -> answer.response().map(response -> Integer.toString(response.status())))
                .orElse("");
    }

    private static boolean mayHeal(HttpAnswer answer) {
        if (answer.failure().isPresent()) {
            return answer.failure().get().kind().isWorthAskingAgain();
        }
        int status = answer.response().map(HttpResponse::status).orElse(0);
        return status == 408 || status == 429 || status >= 500;
    }

    private static Optional<Duration> retryAfter(HttpResponse response) {
        return response.headers().first("retry-after").map(String::strip).flatMap(RetryPolicy::duration);
    }

    private static Optional<Duration> duration(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            ZonedDateTime then = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(ZonedDateTime.now(then.getZone()), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is kept of an answer after which it was asked again. */
    static HttpAnswer.Attempt attempt(HttpAnswer answer) {
        return new HttpAnswer.Attempt(words(answer), answer.isOk());
    }
}
