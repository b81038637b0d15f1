package dev.smokerunner.metrics;

import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The numbers that a site has. This is the whole list: what others build on is named here and nowhere else, and a name stays what it
 * is. {@code docs/metrics.md} has the same list for people.
 */
public enum SiteSeries {
    /** 1 where a round found nothing wrong, 0 where it did; nothing where it could not find out. */
    PASSED("1 or 0", SiteSeries::passed),
    /** How bad what a round found is, 1 to 5, 1 being the worst; 0 where nothing is wrong. */
    SEVERITY(
            "1 to 5, or 0",
            result ->
                    Optional.of(result.severity().map(Severity::level).orElse(0).doubleValue())),
    /** How long the slowest page's document took. */
    DOCUMENT_MS("ms", result -> slowest(result, Timings::document)),
    /** How long it took until its document was parsed. */
    DOM_CONTENT_LOADED_MS("ms", result -> slowest(result, Timings::domContentLoaded)),
    /** How long it took until it was loaded. */
    LOAD_MS("ms", result -> slowest(result, Timings::load)),
    /** How long it took until it was ready. */
    READY_MS("ms", result -> slowest(result, Timings::ready)),
    /** How many requests the pages of a round made. */
    REQUESTS(
            "count",
            result -> Optional.of((double)
                    result.pages().stream().mapToInt(PageResult::requests).sum())),
    /** How many bytes they loaded; nothing where no browser looked. */
    BYTES("bytes", SiteSeries::bytes),
    /** How much a round found. */
    FINDINGS("count", result -> Optional.of((double) result.findings().size())),
    /** 1 for each round. */
    ROUNDS("count", result -> Optional.of(1.0)),
    /** Tickets of customers, by the minute. */
    TICKETS("count a minute", result -> Optional.empty()),
    /** Views by visitors, by the minute, of all groups of pages together. */
    VIEWS("count a minute", result -> Optional.empty());

    private final String unit;
    // Functions without a state; the checker cannot see that.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<SmokeResult, Optional<Double>> ofRound;

    SiteSeries(String unit, Function<SmokeResult, Optional<Double>> ofRound) {
        this.unit = unit;
        this.ofRound = ofRound;
    }

    /** Its name, e.g. {@code load_ms}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its numbers are. */
    public String unit() {
        return unit;
    }

    /** What a round says of it; absent where it says nothing. */
    Optional<Double> of(SmokeResult result) {
        return ofRound.apply(result);
    }

    private static Optional<Double> passed(SmokeResult result) {
        return result.verdict() == Verdict.INCONCLUSIVE
                ? Optional.empty()
                : Optional.of(result.verdict() == Verdict.PASS ? 1.0 : 0.0);
    }

    private static Optional<Double> slowest(SmokeResult result, Function<Timings, Optional<Duration>> phase) {
        return result.pages().stream()
                .flatMap(page -> phase.apply(page.timings()).stream())
                .map(time -> (double) time.toMillis())
                .max(Double::compare);
    }

    private static Optional<Double> bytes(SmokeResult result) {
        return result.bytes().isPresent() ? Optional.of((double) result.bytes().getAsLong()) : Optional.empty();
    }
}
