package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/** What a browser says that it did not load, run, apply or show, and by which rule. */
public sealed interface RefusalFact extends MessageFact {

    /**
     * Something that has an address was kept from the page.
     *
     * @param rule by which rule
     * @param url its address, as the browser writes it; of a frame it may be the origin alone
     * @param directive the directive that forbids it; absent where another rule does
     * @param cors what is wrong with its answer, where that is not for this origin; absent with other rules
     * @param reason the browser's reason; empty where it gives none
     */
    record RefusedAddress(
            BlockingRule rule, String url, Optional<PolicyDirective> directive, Optional<CorsFlaw> cors, Quote reason)
            implements RefusalFact {
        /** Rejects null. */
        public RefusedAddress {
            requireNonNull(rule);
            requireNonNull(url);
            requireNonNull(directive);
            requireNonNull(cors);
            requireNonNull(reason);
        }

        /** What a policy or header keeps away without any more being said. */
        public RefusedAddress(BlockingRule rule, String url, Quote reason) {
            this(rule, url, Optional.empty(), Optional.empty(), reason);
        }
    }

    /**
     * A policy names a directive among what another one allows, where it is no directive: a semicolon is missing before it.
     *
     * @param directive the name of the directive that it stands in
     * @param swallowed the name of the one that does not count
     */
    record SwallowedDirective(String directive, String swallowed) implements RefusalFact {
        /** Rejects null. */
        public SwallowedDirective {
            requireNonNull(directive);
            requireNonNull(swallowed);
        }
    }

    /**
     * Code or style within the page was not run or applied, by its policy.
     *
     * @param kind what it is
     * @param directive the directive that forbids it
     * @param hash the hash that would allow it, e.g. {@code sha256-…}; absent where the browser names none
     */
    record RefusedInline(Kind kind, PolicyDirective directive, Optional<String> hash) implements RefusalFact {
        /** Rejects null. */
        public RefusedInline {
            requireNonNull(kind);
            requireNonNull(directive);
            requireNonNull(hash);
        }

        /** What stands in the page. */
        public enum Kind {
            /** A script element. */
            SCRIPT,
            /** A style element or attribute. */
            STYLE,
            /** An attribute such as {@code onclick}, or a {@code javascript:} link. */
            HANDLER
        }
    }

    /**
     * Code that a script made of text was not run, by the page's policy.
     *
     * @param directive the directive that forbids it; absent where the browser does not say
     */
    record RefusedEvaluation(Optional<PolicyDirective> directive) implements RefusalFact {
        /** Rejects null. */
        public RefusedEvaluation {
            requireNonNull(directive);
        }
    }

    /** Text was not taken for markup or code, since the page's policy wants it checked (Trusted Types). */
    record RefusedText(PolicyDirective directive) implements RefusalFact {
        /** Rejects null. */
        public RefusedText {
            requireNonNull(directive);
        }
    }

    /**
     * A service worker was not registered, since it would rule over more than its script may.
     *
     * @param script the address of its script
     * @param scope the path that it was to rule over
     * @param allowed the path that it may rule over
     */
    record RefusedScope(String script, String scope, String allowed) implements RefusalFact {
        /** Rejects null. */
        public RefusedScope {
            requireNonNull(script);
            requireNonNull(scope);
            requireNonNull(allowed);
        }
    }

    /** Memory may not be shared between threads, since the page is not isolated from other origins. */
    record RefusedSharing() implements RefusalFact {}

    /**
     * A file was not used for its content type.
     *
     * @param type the type in lower case; empty where the browser does not say
     * @param isOfPlace whether the place of the message says which file: the text names none, and the browser itself said it
     * @param named the addresses that the text names for the file
     */
    record RefusedType(String type, boolean isOfPlace, NamedAddresses named) implements RefusalFact {
        /** Rejects null. */
        public RefusedType {
            requireNonNull(type);
            requireNonNull(named);
        }

        /**
         * Whether it is about a file. Where a message was said tells that only if the browser itself said it and named
         * nothing: a script that reports what became of its worker, its import or its style sheet stands somewhere else.
         */
        public boolean isAbout(URI url, BrowserMessage message) {
            return isOfPlace && message.url().filter(url.toString()::equals).isPresent()
                    || named.contain(url.toString());
        }
    }

    /**
     * A file does not have the bytes that its integrity asks for.
     *
     * @param url the file
     * @param digest the digest of what came, as attributes write it
     */
    record RefusedDigest(String url, String digest) implements RefusalFact {
        /** Rejects null. */
        public RefusedDigest {
            requireNonNull(url);
            requireNonNull(digest);
        }
    }

    /**
     * A file was not used because its bytes may not be compared with its integrity: it is of another origin.
     *
     * @param url the file
     */
    record UncomparedDigest(String url) implements RefusalFact {
        /** Rejects null. */
        public UncomparedDigest {
            requireNonNull(url);
        }
    }

    /**
     * An integrity attribute says nothing that the browser understands.
     *
     * @param attribute its value, which may be cut
     */
    record UnreadIntegrity(String attribute) implements RefusalFact {
        /** Rejects null. */
        public UnreadIntegrity {
            requireNonNull(attribute);
        }

        /** Whether it is the attribute of that value. */
        public boolean isOf(String value) {
            return attribute.startsWith(value);
        }
    }

    /**
     * A font cannot be decoded.
     *
     * @param url the font
     */
    record UndecodedFont(String url) implements RefusalFact {
        /** Rejects null. */
        public UndecodedFont {
            requireNonNull(url);
        }
    }
}
