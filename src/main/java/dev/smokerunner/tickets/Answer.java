package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking Zendesk.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
    /** The same with something else in it, or the same trouble. */
    <R> Answer<R> then(Function<T, Answer<R>> next);

    /**
     * It answered.
     *
     * @param value what was asked for
     */
    record Given<T>(T value) implements Answer<T> {
        /** Rejects null. */
        public Given {
            requireNonNull(value);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return next.apply(value);
        }
    }

    /**
     * It may answer later: it wants to be left alone, is broken, or is not there.
     *
     * @param reason what went wrong
     * @param after how long it wants to be left alone; absent where it did not say
     */
    record Later<T>(String reason, Optional<Duration> after) implements Answer<T> {
        /** Rejects null. */
        public Later {
            requireNonNull(reason);
            requireNonNull(after);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return new Later<>(reason, after);
        }
    }

    /**
     * It does not want this, and would not want it again: somebody has to mend something.
     *
     * @param status the status of HTTP
     * @param error what the API calls it
     * @param reason what it said, and what to do
     */
    record Refused<T>(int status, ApiError error, String reason) implements Answer<T> {
        /** One that has no name of the API's. */
        public Refused(int status, String reason) {
            this(status, ApiError.OTHER, reason);
        }

        /** Rejects null. */
        public Refused {
            requireNonNull(error);
            requireNonNull(reason);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return new Refused<>(status, error, reason);
        }
    }
}
