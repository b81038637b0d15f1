package dev.smokerunner.monitor;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.incident.Source;
import java.time.Instant;
import java.util.List;

/**
 * What somebody noticed of a site without looking at its page. It has judged already: what it says is told at once, when it
 * begins, and not again as long as each following one says it too.
 *
 * @param source who noticed
 * @param at when
 * @param causes what is unusual, worst first; empty where nothing is
 */
public record Signal(Source source, Instant at, List<SignalCause> causes) {
    /** Copies the list; rejects what the checks see, which is a result. */
    public Signal {
        requireNonNull(source);
        requireNonNull(at);
        causes = List.copyOf(causes);
        if (!source.isSignal()) {
            throw new IllegalArgumentException(source + " is no signal");
        }
    }
}
