package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why a request got no whole answer.
 *
 * @param kind the kind of trouble
 * @param rule the rule by which a browser kept it from the page; absent where it did not, or does not say
 * @param quote the client's own words, one line, without secrets
 */
public record NetworkFailure(Kind kind, Optional<BlockingRule> rule, Quote quote) {

    /** Rejects null. */
    public NetworkFailure {
        requireNonNull(kind);
        requireNonNull(rule);
        requireNonNull(quote);
    }

    /** A failure by no rule. */
    public NetworkFailure(Kind kind, String words) {
        this(kind, Optional.empty(), new Quote(words));
    }

    /** The kinds of trouble, with whether asking again can help. */
    public enum Kind {
        /** The name does not resolve. */
        DNS(true),
        /** Nothing listens there. */
        REFUSED(true),
        /** The connection was cut before or while the answer came. */
        RESET(true),
        /** No answer in time. */
        TIMEOUT(true),
        /** The certificate or the handshake is wrong. */
        TLS(false),
        /** Fewer bytes came than were announced. */
        TRUNCATED(true),
        /** Redirects without end. */
        REDIRECT_LOOP(false),
        /** The content encoding is not what the header says. */
        DECODING(false),
        /** The browser kept it from the page: CORS, CSP, mixed content, a policy. */
        BLOCKED(false),
        /** Whoever asked called it off, as healthy pages do with what they no longer need. */
        ABORTED(false),
        /** The time of the run was over before it was asked, or before it could answer: nothing is known about it. */
        UNASKED(false),
        /** It is on a port that browsers never ask (Fetch Standard, section 2.9, "Port blocking"). */
        FORBIDDEN_PORT(false),
        /** Anything else, e.g. an answer that is not HTTP. */
        OTHER(false);

        private final boolean worthAskingAgain;

        Kind(boolean worthAskingAgain) {
            this.worthAskingAgain = worthAskingAgain;
        }

        /** Whether it may be gone when it is asked again. */
        public boolean isWorthAskingAgain() {
            return worthAskingAgain;
        }
    }
}
