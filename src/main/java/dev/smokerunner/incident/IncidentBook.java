package dev.smokerunner.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is remembered of one site to tell what its next round means.
 *
 * @param causes what was seen lately, by fingerprint
 * @param open the incidents that are not over, the oldest first
 */
public record IncidentBook(Map<String, TrackedCause> causes, List<Incident> open) {
    /** Nobody looked yet. */
    public static final IncidentBook EMPTY = new IncidentBook(Map.of(), List.of());

    /** Copies both; the order of the causes is that in which they came. */
    public IncidentBook {
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        open = List.copyOf(open);
    }

    /** The book after one more round, and what happened. */
    public Entry after(Round round, IncidentRules rules) {
        return new RoundEntry(this, round, rules).made();
    }

    /**
     * A book and what led to it.
     *
     * @param book the book
     * @param events what happened, in order
     */
    public record Entry(IncidentBook book, List<IncidentEvent> events) {
        /** Copies the list. */
        public Entry {
            events = List.copyOf(events);
        }
    }
}
