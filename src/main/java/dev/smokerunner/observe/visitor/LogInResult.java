package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

/** What came of a log-in. */
public sealed interface LogInResult {
    /**
     * All steps were taken.
     *
     * @param session what the visitor has now
     */
    record LoggedIn(Session session) implements LogInResult {
        /** Rejects null. */
        public LoggedIn {
            requireNonNull(session);
        }
    }

    /**
     * A step could not be taken.
     *
     * @param failure which, and why
     */
    record NotLoggedIn(LogInFailure failure) implements LogInResult {
        /** Rejects null. */
        public NotLoggedIn {
            requireNonNull(failure);
        }
    }
}
