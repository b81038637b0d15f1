package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.ReleasePlan;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run, whatever is checked.
 *
 * @param browser what is said about the browser
 * @param grid the Selenium Grid whose browsers look; default this machine's browser
 * @param failOn the gate: this impact or worse fails the run; default Sev 3
 * @param timeout the bound on the whole run; default two minutes
 * @param release what is to be found out about a release; default nothing
 */
public record RunOptions(
        BrowserOverride browser, Optional<GridAddress> grid, Severity failOn, Duration timeout, ReleasePlan release) {
    /** The defaults of the command line. */
    public static final RunOptions DEFAULT = new RunOptions(BrowserOverride.NONE, Severity.SEV3, Duration.ofMinutes(2));

    /**
     * Half of the time is for the proof of a release, which has eight questions open at once: with this, answers may take 400 ms
     * each, more than far-away servers need.
     */
    private static final Duration PER_FILE = Duration.ofMillis(100);

    /**
     * The bound on a run that has nothing said about it.
     *
     * @param files how many files of a release it fetches; 0 without a release
     */
    public static Duration usualTimeout(int files) {
        return DEFAULT.timeout().plus(PER_FILE.multipliedBy(files));
    }

    /** How to run with a browser of this machine, without a word about a release. */
    public RunOptions(BrowserOverride browser, Severity failOn, Duration timeout) {
        this(browser, Optional.empty(), failOn, timeout, ReleasePlan.NONE);
    }

    /** Rejects null. */
    public RunOptions {
        requireNonNull(browser);
        requireNonNull(grid);
        requireNonNull(failOn);
        requireNonNull(timeout);
        requireNonNull(release);
    }
}
