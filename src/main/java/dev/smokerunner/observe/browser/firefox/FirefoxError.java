package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observe.browser.visit.RequestError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why Firefox says that a request failed.
 *
 * @param name Firefox's name for it, {@code NS_ERROR_…}, or its reason where it said that in a sentence
 * @param rule the rule by which it was kept from the page; absent where it was not, or Firefox does not say
 */
public record FirefoxError(String name, Optional<BlockingRule> rule) implements RequestError {
    /** The page stays as it was. */
    public static final FirefoxError ABORT = new FirefoxError("NS_BINDING_ABORTED", Optional.empty());

    /**
     * The page isolates itself, and the script of its worker came without the header. By the standard such a worker never
     * starts (HTML, "check a global object's embedder policy"); Firefox says nothing of it but to the page.
     */
    public static final FirefoxError UNISOLATED_WORKER = new FirefoxError(
            "the worker may not start without Cross-Origin-Embedder-Policy", Optional.of(BlockingRule.COEP_OF_FRAME));

    /** An answer's bytes are not encoded as its header says. */
    private static final String UNDECODABLE = "NS_ERROR_INVALID_CONTENT_ENCODING";

    /** The page wants a digest of all its scripts (Integrity-Policy), and this one has none. */
    public static final FirefoxError UNDIGESTED = new FirefoxError("NS_ERROR_BLOCKED_BY_POLICY", Optional.empty());

    private static final Set<String> ABORTS = Set.of("NS_BINDING_ABORTED", "NS_ERROR_ABORT", "NS_BINDING_RETARGETED");

    /** An answer came and is of no use for what it was asked for, of which the console tells more. */
    private static final Set<String> ABOUT_USE =
            Set.of("NS_ERROR_CORRUPTED_CONTENT", "NS_IMAGELIB_ERROR_FAILURE", "NS_ERROR_PARSED_DATA_CACHED");

    private static final Map<String, Kind> BY_START = Map.ofEntries(
            Map.entry("NS_ERROR_UNKNOWN_", Kind.DNS),
            Map.entry("NS_ERROR_DNS_", Kind.DNS),
            Map.entry("NS_ERROR_CONNECTION_REFUSED", Kind.REFUSED),
            Map.entry("NS_ERROR_PROXY_CONNECTION_REFUSED", Kind.REFUSED),
            Map.entry("NS_ERROR_OFFLINE", Kind.REFUSED),
            Map.entry("NS_ERROR_NET_RESET", Kind.RESET),
            Map.entry("NS_ERROR_NET_INTERRUPT", Kind.RESET),
            Map.entry("NS_ERROR_NET_EMPTY_RESPONSE", Kind.RESET),
            Map.entry("NS_ERROR_NET_TIMEOUT", Kind.TIMEOUT),
            Map.entry("SEC_ERROR_", Kind.TLS),
            Map.entry("SSL_ERROR_", Kind.TLS),
            Map.entry("MOZILLA_PKIX_ERROR_", Kind.TLS),
            Map.entry("NS_ERROR_NET_PARTIAL_TRANSFER", Kind.TRUNCATED),
            Map.entry("NS_ERROR_REDIRECT_LOOP", Kind.REDIRECT_LOOP),
            Map.entry(UNDECODABLE, Kind.DECODING),
            // Of an error page.
            Map.entry("contentEncodingError", Kind.DECODING),
            Map.entry("NS_ERROR_CONTENT_BLOCKED", Kind.BLOCKED),
            Map.entry("NS_ERROR_DOM_BAD_URI", Kind.BLOCKED),
            Map.entry("NS_ERROR_DOM_CO", Kind.BLOCKED),
            Map.entry("NS_ERROR_BLOCKED_BY_POLICY", Kind.BLOCKED));

    /**
     * An error.
     *
     * @param name Firefox's name for it
     * @param answer the header fields of the answer that had begun; absent where none had
     * @param isOpaque whether a page may use the answer without reading it
     */
    public static FirefoxError of(String name, Optional<Headers> answer, boolean isOpaque) {
        BlockingRule rule =
                switch (name) {
                    case "NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION" -> BlockingRule.FRAME;
                    case "NS_ERROR_DOM_COEP_FAILED" -> BlockingRule.COEP_OF_FRAME;
                    // One name for both: without a header of its own the page's embedder policy has the say.
                    case "NS_ERROR_DOM_CORP_FAILED" ->
                        answer.flatMap(headers -> headers.first("cross-origin-resource-policy"))
                                        .isPresent()
                                ? BlockingRule.CORP
                                : BlockingRule.COEP;
                    // Of what a page of another site answers to a script or a picture.
                    case "NS_ERROR_FAILURE" -> answer.isPresent() && isOpaque ? BlockingRule.ORB : null;
                    default -> null;
                };
        return new FirefoxError(name, Optional.ofNullable(rule));
    }

    /** An error of which nothing is known but its name. */
    public static FirefoxError of(String name) {
        return new FirefoxError(name, Optional.empty());
    }

    /**
     * What Firefox says of the bytes of an answer when it cannot give them; absent where that says nothing of the answer.
     *
     * @param refusal its words
     */
    public static Optional<FirefoxError> ofBody(String refusal) {
        return refusal.contains(UNDECODABLE) ? Optional.of(of(UNDECODABLE)) : Optional.empty();
    }

    /** What follows for a request from what the browser says that it kept from the page. */
    public static FirefoxError of(RefusedAddress refusal) {
        return new FirefoxError(refusal.reason().text(), Optional.of(refusal.rule()));
    }

    /** Whether it says that an answer, which came, is of no use. */
    public boolean isAboutUse() {
        return ABOUT_USE.contains(name);
    }

    @Override
    public boolean isAbort() {
        return rule.isEmpty() && (ABORTS.contains(name) || ABOUT_USE.contains(name) && !name.contains("CORRUPTED"));
    }

    @Override
    public boolean isAboutStatus() {
        return false;
    }

    @Override
    public NetworkFailure failure(boolean isAnswered) {
        return new NetworkFailure(kind(), rule, new Quote(name));
    }

    private Kind kind() {
        if (rule.isPresent()) {
            return Kind.BLOCKED;
        }
        if (isAbort()) {
            return Kind.ABORTED;
        }
        return BY_START.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.OTHER);
    }
}
