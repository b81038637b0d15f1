package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;

/**
 * A call that the page must make, and how it must be answered.
 *
 * @param url a pattern for the call's URL or for its path with query
 * @param status the status; default 200
 * @param impact how bad it is otherwise; default Sev 3
 */
public record ApiExpectation(UrlPattern url, int status, Severity impact) {

    /** Rejects null. */
    public ApiExpectation {
        requireNonNull(url);
        requireNonNull(impact);
    }
}
