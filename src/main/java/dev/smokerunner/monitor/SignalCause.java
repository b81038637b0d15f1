package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something unusual that a signal tells of.
 *
 * @param fingerprint the same for the same cause in every signal; no finding of a check has it
 * @param kind what it is, in kebab case, e.g. {@code support-tickets}
 * @param severity how bad it is
 * @param summary what it is, in one line
 * @param hint what to do, or what was expected, in one line; absent where there is nothing to say
 * @param links where people can see more, e.g. the tickets
 */
public record SignalCause(
        String fingerprint, String kind, Severity severity, String summary, Optional<String> hint, List<URI> links) {
    /** Copies the list. */
    public SignalCause {
        requireNonNull(fingerprint);
        requireNonNull(kind);
        requireNonNull(severity);
        requireNonNull(summary);
        requireNonNull(hint);
        links = List.copyOf(links);
    }
}
