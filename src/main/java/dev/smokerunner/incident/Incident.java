package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that people were told of and that is not over.
 *
 * @param fingerprint that of its first cause: what it is known by as long as it is open
 * @param since when the first round saw it
 * @param openedAt when it was confirmed
 * @param severity the worst that it ever was
 * @param causes the fingerprints of its causes, the first one first
 * @param flapping whether it comes and goes
 */
public record Incident(
        String fingerprint, Instant since, Instant openedAt, Severity severity, List<String> causes, boolean flapping) {

    /** Copies the list. */
    public Incident {
        requireNonNull(fingerprint);
        requireNonNull(since);
        requireNonNull(openedAt);
        requireNonNull(severity);
        causes = List.copyOf(causes);
    }

    /** Whether it is no more than that nobody could find out. */
    public boolean isUnknown() {
        return fingerprint.equals(SeenCause.UNKNOWN);
    }

    Incident with(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(causes);
        all.addAll(more);
        return new Incident(fingerprint, since, openedAt, severity, new ArrayList<>(all), flapping);
    }

    Incident withSeverity(Severity worst) {
        return new Incident(fingerprint, since, openedAt, worst, causes, flapping);
    }

    Incident withFlapping(boolean isFlapping) {
        return new Incident(fingerprint, since, openedAt, severity, causes, isFlapping);
    }
}
