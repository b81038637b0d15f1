package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A required element as the visitor met it.
 *
 * @param css its selector
 * @param state whether a visitor can see it
 * @param region where the first one is on the page's picture; absent where it has no place there
 */
public record ElementResult(String css, State state, Optional<Region> region) {

    /** Rejects null. */
    public ElementResult {
        requireNonNull(css);
        requireNonNull(state);
        requireNonNull(region);
    }

    /** A copy with each text mapped. */
    ElementResult mapTexts(UnaryOperator<String> operation) {
        return new ElementResult(operation.apply(css), state, region);
    }

    /** Whether a visitor can see an element. */
    public enum State {
        /** At least one can be seen. */
        SEEN,
        /** Nothing matches the selector. */
        MISSING,
        /** What matches cannot be seen. */
        HIDDEN,
        /** Something lies over it that no visitor can put away. */
        COVERED
    }
}
