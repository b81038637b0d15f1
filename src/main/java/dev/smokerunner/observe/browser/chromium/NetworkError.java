package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observe.browser.visit.RequestError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why Chromium says that a request failed.
 *
 * @param name Chromium's name for it, {@code net::ERR_…}; empty where it never reached the network
 * @param rule the rule by which it was kept from the page; absent where it was not, or Chromium does not say
 */
public record NetworkError(String name, Optional<BlockingRule> rule) implements RequestError {
    private static final String ABORTED = "net::ERR_ABORTED";
    private static final String FAILED = "net::ERR_FAILED";
    private static final String BY_ANSWER = "net::ERR_BLOCKED_BY_RESPONSE.NotSame";
    private static final String BY_KIND_OF_ANSWER = "net::ERR_BLOCKED_BY_ORB";
    private static final String BY_EMBEDDER = "NotSameOriginAfterDefaultedToSameOriginBy";

    /** Chromium's names for a status of which it shows a page of its own: the status says it all. */
    private static final List<String> ABOUT_STATUS =
            List.of("net::ERR_HTTP_RESPONSE_CODE_FAILURE", "net::ERR_INVALID_AUTH_CREDENTIALS");

    private static final Map<String, Kind> BY_START = Map.ofEntries(
            Map.entry("ABORTED", Kind.ABORTED),
            Map.entry("NAME_", Kind.DNS),
            Map.entry("DNS_", Kind.DNS),
            Map.entry("UNSAFE_PORT", Kind.FORBIDDEN_PORT),
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

    /** An error of which the protocol says no more than its name, which comes with or without quotes. */
    public static NetworkError of(String text) {
        return of(text, "", false);
    }

    /**
     * An error.
     *
     * @param text Chromium's name for it, which comes with or without quotes
     * @param blockedReason the protocol's name for the rule; empty where there is none
     * @param isCors whether the protocol tells of CORS
     */
    public static NetworkError of(String text, String blockedReason, boolean isCors) {
        String name = text.replace("\"", "").strip();
        return new NetworkError(name, isCors ? Optional.of(BlockingRule.CORS) : rule(blockedReason, name));
    }

    /** By {@code Network.BlockedReason} of the protocol, or by the error's name, as Chromium before 88 has no more. */
    private static Optional<BlockingRule> rule(String reason, String name) {
        return switch (reason) {
            case "csp" -> Optional.of(BlockingRule.CSP);
            case "mixed-content" -> Optional.of(BlockingRule.MIXED_CONTENT);
            // Of frames the error's name says no more than that they are blocked (Chromium 156).
            case "corp-not-same-origin-after-defaulted-to-same-origin-by-coep" -> Optional.of(BlockingRule.COEP);
            // Of frames and workers (Chromium 156): their own answer must have the page's header.
            case "coep-frame-resource-needs-coep-header" -> Optional.of(BlockingRule.COEP_OF_FRAME);
            default -> byName(name);
        };
    }

    private static Optional<BlockingRule> byName(String name) {
        if (name.contains(BY_ANSWER)) {
            return Optional.of(name.contains(BY_EMBEDDER) ? BlockingRule.COEP : BlockingRule.CORP);
        }
        return name.equals(BY_KIND_OF_ANSWER) ? Optional.of(BlockingRule.ORB) : Optional.empty();
    }

    @Override
    public NetworkFailure failure(boolean answered) {
        return new NetworkFailure(kind(answered), rule, new Quote(name));
    }

    private Kind kind(boolean answered) {
        // Chromium has no name of its own for a response that CORS keeps from the script that asked. What a policy of
        // the
        // page forbids never reaches the network, so it has no name at all.
        if (rule.isPresent() || name.isEmpty() || name.equals(FAILED) && answered) {
            return Kind.BLOCKED;
        }
        String error = name.startsWith("net::ERR_") ? name.substring("net::ERR_".length()) : name;
        return BY_START.entrySet().stream()
                .filter(entry -> error.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.OTHER);
    }

    @Override
    public boolean isAboutStatus() {
        return ABOUT_STATUS.contains(name);
    }

    @Override
    public boolean isAbort() {
        return name.equals(ABORTED);
    }
}
