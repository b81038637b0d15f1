package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that was to be seen: it was, or it says why it was not and whose fault that is.
 *
 * @param <T> what is seen
 */
public sealed interface Captured<T> {

    /** What was seen, if it was. */
    Optional<T> value();

    /** What a function makes of it, where it was seen. */
    <U> Captured<U> map(Function<T, U> change);

    /**
     * It was seen.
     *
     * @param seen what was seen
     * @param <T> what is seen
     */
    record Seen<T>(T seen) implements Captured<T> {
        /** Rejects null. */
        public Seen {
            requireNonNull(seen);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(seen);
        }

        @Override
        public <U> Captured<U> map(Function<T, U> change) {
            return new Seen<>(change.apply(seen));
        }
    }

    /**
     * It was not seen.
     *
     * @param reason why, in a sentence
     * @param fault whose fault that is
     * @param <T> what was to be seen
     */
    record Unseen<T>(String reason, Fault fault) implements Captured<T> {
        /** Rejects null. */
        public Unseen {
            requireNonNull(reason);
            requireNonNull(fault);
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <U> Captured<U> map(Function<T, U> change) {
            return new Unseen<>(reason, fault);
        }
    }

    /** Whose fault it is that something was not seen. */
    enum Fault {
        /** The deployment's: customers do not see it either. */
        TARGET,
        /** Ours, or this machine's: nothing can be said about the deployment. */
        TOOL,
        /** Nobody's: it was switched off. */
        NOT_ASKED
    }

    /** It was seen. */
    static <T> Captured<T> seen(T value) {
        return new Seen<>(value);
    }

    /** It was not seen. */
    static <T> Captured<T> unseen(String reason, Fault fault) {
        return new Unseen<>(reason, fault);
    }
}
