package dev.smokerunner.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted of a site, by the minute. */
public enum Measure {
    /** Pages that visitors saw, as their browsers said by a beacon. */
    VIEWS,
    /** Errors of scripts, and files that did not load, as visitors' browsers said by a beacon. */
    ERRORS,
    /** Requests, as access logs say. */
    REQUESTS,
    /** Those of them that were answered by a status from 400 on. */
    FAILED_REQUESTS,
    /** Tickets of customers. */
    TICKETS;

    /** Its name in the history, in metrics and in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a name; absent where there is none. */
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst();
    }
}
