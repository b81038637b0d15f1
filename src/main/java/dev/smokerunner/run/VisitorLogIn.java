package dev.smokerunner.run;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.visitor.LogInFailure;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.observe.visitor.LogInResult.LoggedIn;
import dev.smokerunner.observe.visitor.LogInResult.NotLoggedIn;
import dev.smokerunner.observe.visitor.Preparation;
import dev.smokerunner.observe.visitor.Session;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Logs a run's visitor in: once for each browser, because a log-in for each page is slow and may lock somebody out.
 *
 * @param preparation what makes the visitor somebody
 * @param browser the browser, which may still be starting
 * @param deadline when the run's time is over
 */
record VisitorLogIn(Preparation preparation, Future<Captured<Browser>> browser, Deadline deadline) {

    /**
     * With what the visitor begins.
     *
     * @param session what is brought along; that of nobody where the log-in failed
     * @param trouble why there was no log-in, in a sentence
     * @param unanswered the page of the log-in that the server did not answer
     */
    record Outcome(Session session, Optional<String> trouble, Optional<URI> unanswered) {
        private static Outcome of(Session session) {
            return new Outcome(session, Optional.empty(), Optional.empty());
        }

        private static Outcome failed(String trouble, Optional<URI> unanswered) {
            return new Outcome(Session.NONE, Optional.of(trouble), unanswered);
        }
    }

    /** Logs in, where the preparation says how. */
    Outcome at(URI page) {
        Session brought = Session.of(preparation, page);
        if (preparation.steps().isEmpty()) {
            return Outcome.of(brought);
        }
        try {
            Captured<Browser> started = browser.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (started instanceof Captured.Unseen<Browser> missing) {
                return Outcome.failed("no browser could log in: " + missing.reason(), Optional.empty());
            }
            // Half of the time is the pages'.
            LogInRequest request = new LogInRequest(
                    page,
                    brought,
                    preparation.steps(),
                    LogInRequest.STEP,
                    deadline.half().remaining());
            return outcome(started.value().orElseThrow().logIn(request), page);
        } catch (BrowserException | ExecutionException | TimeoutException e) {
            return Outcome.failed("the browser could not log in: " + e.getMessage(), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("the run was interrupted", Optional.empty());
        }
    }

    private static Outcome outcome(LogInResult result, URI page) {
        if (result instanceof NotLoggedIn not) {
            LogInFailure failure = not.failure();
            return Outcome.failed(
                    failure.sentence(), failure.isOfServer() ? Optional.of(failure.page(page)) : Optional.empty());
        }
        return Outcome.of(((LoggedIn) result).session());
    }
}
