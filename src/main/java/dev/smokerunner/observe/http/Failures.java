package dev.smokerunner.observe.http;

import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.StreamResetException;
import org.jspecify.annotations.Nullable;

/** Puts the trouble of the libraries below into our kinds and words. */
final class Failures {
    private static final int LONGEST = 300;
    private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*?)]");

    private Failures() {}

    /**
     * Why no response came.
     *
     * @param failure the library's exception
     * @param host the host, with the proxy on the way if there is one
     * @param limit how long was waited
     */
    static NetworkFailure beforeResponse(IOException failure, String host, Duration limit) {
        if (failure instanceof UnknownHostException) {
            return of(Kind.DNS, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return of(Kind.REFUSED, "no connection to " + host + ": " + innermost(failure));
        }
        if (failure instanceof SSLException tls) {
            return tls(tls, host);
        }
        if (failure instanceof InterruptedIOException) {
            return of(Kind.TIMEOUT, "no answer from " + host + " within " + seconds(limit));
        }
        if (isCut(failure)) {
            // Of an end the library says what its own buffer held, which tells nobody anything.
            boolean isEnd = cause(failure, EOFException.class).isPresent();
            return of(
                    Kind.RESET,
                    host + " closed the connection without an answer" + (isEnd ? "" : ": " + innermost(failure)));
        }
        return of(Kind.OTHER, "no HTTP answer from " + host + ": " + failure.getMessage());
    }

    /**
     * Why a body did not come whole.
     *
     * @param failure the library's exception
     * @param read how many bytes came
     * @param announced what is known about how many should have come; empty where nothing is
     * @param limit how long was waited
     */
    static NetworkFailure withinBody(IOException failure, long read, String announced, Duration limit) {
        String came = "after " + read + " bytes" + announced;
        if (failure instanceof InterruptedIOException) {
            return of(Kind.TIMEOUT, "the body was not complete within " + seconds(limit) + ": it stopped " + came);
        }
        if (failure instanceof ProtocolException || failure instanceof EOFException) {
            return of(Kind.TRUNCATED, "the connection closed " + came);
        }
        if (isCut(failure)) {
            return of(Kind.RESET, "the connection was reset " + came);
        }
        return of(Kind.TRUNCATED, "the body broke off " + came + ": " + failure.getMessage());
    }

    /** The failure with a one-line message of bounded length. */
    static NetworkFailure of(Kind kind, @Nullable String message) {
        String line = String.valueOf(message).replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return new NetworkFailure(kind, line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static NetworkFailure tls(SSLException failure, String host) {
        Optional<ExplainingTrust.Distrust> distrust = cause(failure, ExplainingTrust.Distrust.class);
        if (distrust.isPresent()) {
            return of(Kind.TLS, String.valueOf(distrust.get().getMessage()));
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            Matcher names = NAMES.matcher(String.valueOf(failure.getMessage()));
            String others = names.find() ? ": it is for " + names.group(1) : "";
            return of(Kind.TLS, "the certificate is not for " + host + others);
        }
        if (cause(failure, EOFException.class).isPresent()
                || cause(failure, SocketException.class).isPresent()) {
            return of(Kind.RESET, host + " closed the connection during the TLS handshake");
        }
        return of(Kind.TLS, "the TLS handshake with " + host + " failed: " + failure.getMessage());
    }

    private static boolean isCut(IOException failure) {
        return failure instanceof SocketException
                || failure instanceof StreamResetException
                || failure instanceof ConnectionShutdownException
                || cause(failure, EOFException.class).isPresent();
    }

    private static String innermost(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        Throwable at = failure;
        while (at != null && !type.isInstance(at)) {
            at = at.getCause();
        }
        return Optional.ofNullable(at).map(type::cast);
    }
}
