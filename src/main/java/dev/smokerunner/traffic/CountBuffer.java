package dev.smokerunner.traffic;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts.ErrorKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts that are not written down yet. It takes as many keys as fit, of errors too, and counts what does not. */
final class CountBuffer {
    /** A day of a hundred series, while the database is away. */
    private static final int MOST_KEYS = 150_000;
    /** Of a site in an hour: a page that is broken has a handful of errors; who makes up others gets one for all of them. */
    private static final int MOST_ERRORS = 200;

    private static final String OTHER_ERROR = "other";

    private Map<CountKey, Long> counts = new HashMap<>();
    private Map<ErrorKey, Long> errors = new HashMap<>();
    private long lost;
    private Instant hour = Instant.EPOCH;
    private final Map<String, Set<String>> errorsOfHour = new HashMap<>();

    /**
     * What was counted.
     *
     * @param counts of views, errors and requests
     * @param errors of errors by their fingerprints
     * @param lost what found no room
     */
    record Content(Map<CountKey, Long> counts, Map<ErrorKey, Long> errors, long lost) {}

    synchronized void add(CountKey key, long amount) {
        add(counts, key, amount);
    }

    synchronized void add(ErrorKey key, long amount) {
        add(errors, isKnown(key) ? key : new ErrorKey(key.site(), OTHER_ERROR, key.hour()), amount);
    }

    private <K> void add(Map<K, Long> known, K key, long amount) {
        if (counts.size() + errors.size() < MOST_KEYS || known.containsKey(key)) {
            known.merge(key, amount, Long::sum);
        } else {
            lost += amount;
        }
    }

    private boolean isKnown(ErrorKey key) {
        if (key.hour().isAfter(hour)) {
            hour = key.hour();
            errorsOfHour.clear();
        }
        Set<String> known = errorsOfHour.computeIfAbsent(key.site(), site -> new HashSet<>());
        return known.contains(key.fingerprint()) || known.size() < MOST_ERRORS && known.add(key.fingerprint());
    }

    /** Takes out all that is in it. */
    synchronized Content take() {
        Content content = new Content(counts, errors, lost);
        counts = new HashMap<>();
        errors = new HashMap<>();
        lost = 0;
        return content;
    }

    /** Puts back what could not be written down. Its errors were within the limit of their hour when they came. */
    synchronized void giveBack(Content content) {
        content.counts.forEach((key, amount) -> add(counts, key, amount));
        content.errors.forEach((key, amount) -> add(errors, key, amount));
        lost += content.lost;
    }
}
