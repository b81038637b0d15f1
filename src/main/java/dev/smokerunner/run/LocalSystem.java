package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.http.Sleeper;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a run takes from the machine that it runs on, and what tests put something else in for.
 *
 * @param clock says when a run began
 * @param nanoTime a clock in nanoseconds that does not jump
 * @param sleeper waits
 * @param environment the environment variables
 */
public record LocalSystem(Clock clock, LongSupplier nanoTime, Sleeper sleeper, Map<String, String> environment) {

    /** Rejects null, copies the map. */
    public LocalSystem {
        requireNonNull(clock);
        requireNonNull(nanoTime);
        requireNonNull(sleeper);
        environment = Map.copyOf(environment);
    }

    /** That of this process. */
    public static LocalSystem current() {
        return new LocalSystem(Clock.systemUTC(), System::nanoTime, Sleeper.SYSTEM, System.getenv());
    }
}
