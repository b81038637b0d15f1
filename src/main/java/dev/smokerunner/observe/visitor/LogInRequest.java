package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A log-in to be made.
 *
 * @param page the target, to which paths are relative and whose storage counts
 * @param before what the visitor brings along already
 * @param steps what to do, in this order
 * @param stepLimit how long one step may take
 * @param limit how long all of them may take
 */
public record LogInRequest(URI page, Session before, List<LogInStep> steps, Duration stepLimit, Duration limit) {
    /** How long a step may take: what the load event of a page gets by default. */
    public static final Duration STEP = Duration.ofSeconds(10);

    /** Copies the list. */
    public LogInRequest {
        requireNonNull(page);
        requireNonNull(before);
        requireNonNull(stepLimit);
        requireNonNull(limit);
        steps = List.copyOf(steps);
    }
}
