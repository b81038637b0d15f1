package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to an incident.
 *
 * @param kind what
 * @param source who noticed
 * @param at when
 * @param severity how bad it was then
 * @param causes what was wrong, a sentence each; may be a page's own words
 * @param round the id of the round in which it happened; absent where that is not known
 * @param links where people can see more of it, as the tickets of customers
 * @param evidence what is kept of that round, e.g. {@code result.json}
 */
public record IncidentStep(
        IncidentEvent.Kind kind,
        Source source,
        Instant at,
        Severity severity,
        List<String> causes,
        List<String> links,
        Optional<String> round,
        List<String> evidence) {
    /** Copies the lists. */
    public IncidentStep {
        requireNonNull(kind);
        requireNonNull(source);
        requireNonNull(at);
        requireNonNull(severity);
        requireNonNull(round);
        causes = List.copyOf(causes);
        links = List.copyOf(links);
        evidence = List.copyOf(evidence);
    }
}
