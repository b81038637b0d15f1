package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One look at a site.
 *
 * @param source what was looked at; it says nothing of what others see
 * @param at when it began
 * @param place from where; empty where there is only one
 * @param verdict what came of it
 * @param causes what fails it, worst first; empty unless it fails
 * @param reason why it is inconclusive; empty otherwise
 * @param inMaintenance whether somebody said that the site may be broken then
 */
public record Round(
        Source source,
        Instant at,
        String place,
        Verdict verdict,
        List<SeenCause> causes,
        String reason,
        boolean inMaintenance) {

    /** Copies the list; rejects causes of a round that does not fail, and a fail without any. */
    public Round {
        requireNonNull(source);
        requireNonNull(at);
        requireNonNull(place);
        requireNonNull(verdict);
        requireNonNull(reason);
        causes = List.copyOf(causes);
        if (causes.isEmpty() == (verdict == Verdict.FAIL)) {
            throw new IllegalArgumentException(verdict + " with " + causes.size() + " causes");
        }
    }

    /** Whether it says how the site is. */
    boolean isConclusive() {
        return verdict != Verdict.INCONCLUSIVE;
    }

    /** The causes, what stands for all of them, and that nobody could find out. */
    Stream<SeenCause> all() {
        if (source.isSignal()) {
            return causes.stream();
        }
        return switch (verdict) {
            case PASS -> Stream.empty();
            case FAIL ->
                Stream.concat(
                        causes.stream(),
                        Stream.of(new SeenCause(
                                source, SeenCause.ANY, causes.get(0).severity(), "")));
            case INCONCLUSIVE -> Stream.of(new SeenCause(source, SeenCause.UNKNOWN, Severity.SEV4, reason));
        };
    }
}
