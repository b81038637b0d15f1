package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What comes of commands that were sent to a browser. */
public final class CommandAnswers {
    private CommandAnswers() {}

    /**
     * Waits for an answer.
     *
     * @param what what was asked, for people
     * @throws CommandException if there is none in time, or it is a refusal
     */
    public static <T> T await(CompletableFuture<T> future, Duration limit, String what) throws CommandException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new CommandException(Kind.TIMED_OUT, what + " had no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandException(Kind.TIMED_OUT, what + " was interrupted");
        } catch (ExecutionException failed) {
            throw reason(failed, what);
        }
    }

    private static CommandException reason(Throwable failure, String what) {
        Throwable inner = innermost(failure);
        return inner instanceof CommandException known
                ? known
                : new CommandException(Kind.CLOSED, what + " failed: " + words(inner));
    }

    /** What went wrong with a command that was sent without waiting. A socket that is closed says no more than its kind. */
    public static String words(Throwable failure) {
        Throwable inner = innermost(failure);
        String message = inner.getMessage();
        return message == null ? inner.getClass().getSimpleName() : message;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && !(inner instanceof CommandException)) {
            inner = inner.getCause();
        }
        return inner;
    }
}
