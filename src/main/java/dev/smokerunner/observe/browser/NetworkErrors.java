package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import java.util.List;
import java.util.Map;

/** Reads Chromium's names for network errors ({@code net::ERR_…}). */
final class NetworkErrors {
    static final String ABORTED = "net::ERR_ABORTED";

    /** Chromium's words for a status of which it shows a page of its own: the status says it all. */
    private static final List<String> ABOUT_STATUS =
            List.of("net::ERR_HTTP_RESPONSE_CODE_FAILURE", "net::ERR_INVALID_AUTH_CREDENTIALS");

    private static final Map<String, Kind> BY_START = Map.ofEntries(
            Map.entry("NAME_", Kind.DNS),
            Map.entry("DNS_", Kind.DNS),
            Map.entry("ICANN_NAME_COLLISION", Kind.DNS),
            Map.entry("CONNECTION_REFUSED", Kind.REFUSED),
            Map.entry("ADDRESS_UNREACHABLE", Kind.REFUSED),
            Map.entry("INTERNET_DISCONNECTED", Kind.REFUSED),
            Map.entry("CONNECTION_FAILED", Kind.REFUSED),
            Map.entry("CONNECTION_RESET", Kind.RESET),
            Map.entry("CONNECTION_CLOSED", Kind.RESET),
            Map.entry("CONNECTION_ABORTED", Kind.RESET),
            Map.entry("EMPTY_RESPONSE", Kind.RESET),
            Map.entry("SOCKET_NOT_CONNECTED", Kind.RESET),
            Map.entry("NETWORK_CHANGED", Kind.RESET),
            Map.entry("TIMED_OUT", Kind.TIMEOUT),
            Map.entry("CONNECTION_TIMED_OUT", Kind.TIMEOUT),
            Map.entry("CERT_", Kind.TLS),
            Map.entry("SSL_", Kind.TLS),
            Map.entry("BAD_SSL_", Kind.TLS),
            Map.entry("ECH_", Kind.TLS),
            Map.entry("CONTENT_LENGTH_MISMATCH", Kind.TRUNCATED),
            Map.entry("INCOMPLETE_CHUNKED_ENCODING", Kind.TRUNCATED),
            Map.entry("INVALID_CHUNKED_ENCODING", Kind.TRUNCATED),
            Map.entry("TOO_MANY_REDIRECTS", Kind.REDIRECT_LOOP),
            Map.entry("CONTENT_DECODING", Kind.DECODING),
            Map.entry("BLOCKED_BY_", Kind.BLOCKED));

    private NetworkErrors() {}

    /**
     * What an error means.
     *
     * @param text Chromium's name for it, which comes with or without quotes
     * @param answered whether a response had begun
     */
    static NetworkFailure failure(String text, boolean answered) {
        String name = strip(text);
        return new NetworkFailure(kind(name, answered), name);
    }

    private static Kind kind(String name, boolean answered) {
        if (name.equals("net::ERR_FAILED") && answered) {
            // Chromium has no name of its own for a response that CORS keeps from the script that asked.
            return Kind.BLOCKED;
        }
        if (name.isEmpty()) {
            // What a policy of the page forbids never reaches the network, so it has no network error.
            return Kind.BLOCKED;
        }
        String error = name.startsWith("net::ERR_") ? name.substring("net::ERR_".length()) : name;
        return BY_START.entrySet().stream()
                .filter(entry -> error.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** Whether the error says nothing that the response's status has not said already. */
    static boolean isAboutStatus(String text) {
        return ABOUT_STATUS.contains(strip(text));
    }

    static boolean isAbort(String text) {
        return ABORTED.equals(strip(text));
    }

    private static String strip(String text) {
        return text.replace("\"", "").strip();
    }
}
