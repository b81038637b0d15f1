package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.time.Duration;

/**
 * How to run, whatever is checked.
 *
 * @param browser what is said about the browser
 * @param failOn the gate: this impact or worse fails the run; default Sev 3
 * @param timeout the bound on the whole run; default two minutes
 */
public record RunOptions(BrowserOverride browser, Severity failOn, Duration timeout) {
    /** The defaults of the command line. */
    public static final RunOptions DEFAULT = new RunOptions(BrowserOverride.NONE, Severity.SEV3, Duration.ofMinutes(2));

    /** Rejects null. */
    public RunOptions {
        requireNonNull(browser);
        requireNonNull(failOn);
        requireNonNull(timeout);
    }
}
