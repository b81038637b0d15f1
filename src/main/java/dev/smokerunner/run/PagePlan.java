package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.Expectations;

/**
 * One page of a plan.
 *
 * @param path the page, relative to the target's URL; {@code ./} is the target itself
 * @param expectations what is expected of it
 */
public record PagePlan(String path, Expectations expectations) {
    /** Rejects null. */
    public PagePlan {
        requireNonNull(path);
        requireNonNull(expectations);
    }
}
