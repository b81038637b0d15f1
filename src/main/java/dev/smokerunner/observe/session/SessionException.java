package dev.smokerunner.observe.session;

import dev.smokerunner.observe.session.AnswerFilter.RefusedAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What gives sessions gave none, or lost one. The message is the reason alone, without who it was. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SessionException(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** What it was in truth: Selenium has a wrapping of its own for each way on which something fails. */
    static SessionException of(RuntimeException failed) {
        List<Throwable> causes = Stream.<Throwable>iterate(failed, at -> at != null, Throwable::getCause)
                .toList();
        Optional<RefusedAnswer> refused = first(causes, RefusedAnswer.class);
        if (refused.isPresent()) {
            return refused.get().checked();
        }
        if (first(causes, InterruptedException.class).isPresent()) {
            return new SessionException(Kind.NO_ANSWER, "interrupted while it waited", failed);
        }
        if (first(causes, HttpConnectTimeoutException.class).isPresent()) {
            String within = "no connection within " + SessionServer.CONNECT.toSeconds() + " s";
            return new SessionException(Kind.NO_ANSWER, within, failed);
        }
        if (first(causes, UnresolvedAddressException.class).isPresent()) {
            return new SessionException(Kind.NO_ANSWER, "its host name cannot be resolved", failed);
        }
        if (causes.stream().anyMatch(SessionException::isEndOfWait)) {
            return new SessionException(Kind.TIMED_OUT, "no answer in time", failed);
        }
        return first(causes, IOException.class)
                .map(broken -> new SessionException(Kind.NO_ANSWER, reason(broken), failed))
                .orElseGet(() -> new SessionException(Kind.REFUSED, firstLine(failed), failed));
    }

    /** Selenium and the client below it each look at the clock. */
    private static boolean isEndOfWait(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The client of the JDK often gives no message at all. */
    private static String reason(IOException failed) {
        String message = failed.getMessage();
        if (message != null) {
            return message;
        }
        return failed instanceof ConnectException
                ? "connection refused"
                : failed.getClass().getSimpleName();
    }

    private static String firstLine(RuntimeException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** The kinds of trouble, by what they tell. */
    public enum Kind {
        /** Nobody is there. */
        NO_ANSWER,
        /** It took the request, and the wait was over before it answered. */
        TIMED_OUT,
        /** Something else answers. */
        NOT_WEBDRIVER,
        /** It wants another user or password. */
        NOT_LET_IN,
        /** It says no, and why. */
        REFUSED
    }
}
