package dev.smokerunner.observe.http;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.Optional;

/**
 * How a browser asks for something that a page names: it decides which cookies and credentials go with it, and what the
 * request says of itself.
 *
 * @param role what it is for
 * @param crossOrigin what the tag says about other origins
 * @param page the page that needs it; absent for a page itself, and for what nobody's page asks for
 * @param referrer the file that names it, or the page; absent where there is none
 */
public record Inquiry(Role role, CrossOrigin crossOrigin, Optional<URI> page, Optional<URI> referrer) {

    /** Rejects null. */
    public Inquiry {
        requireNonNull(role);
        requireNonNull(crossOrigin);
        requireNonNull(page);
        requireNonNull(referrer);
    }

    /** The {@code crossorigin} attribute of a tag. */
    public enum CrossOrigin {
        /** There is none. */
        NONE,
        /** It is there, and other origins get no credentials. */
        ANONYMOUS,
        /** It says {@code use-credentials}. */
        USE_CREDENTIALS;

        /** What an attribute says, if it is there. */
        public static CrossOrigin of(Optional<String> attribute) {
            return attribute
                    .map(value -> value.strip().equalsIgnoreCase("use-credentials") ? USE_CREDENTIALS : ANONYMOUS)
                    .orElse(NONE);
        }
    }

    /** Whom cookies and credentials go to, as the Fetch standard has it. */
    enum Credentials {
        INCLUDE,
        SAME_ORIGIN,
        OMIT
    }

    /** A question that no page asks. */
    static Inquiry of(Role role) {
        return new Inquiry(role, CrossOrigin.NONE, Optional.empty(), Optional.empty());
    }

    /** The same with all cookies and credentials. */
    public Inquiry withCredentials() {
        return new Inquiry(role, CrossOrigin.USE_CREDENTIALS, page, referrer);
    }

    /** Whether browsers send neither cookies nor credentials with it, not even to the page's own origin: only manifests. */
    public boolean isWithoutCredentials() {
        return credentials() == Credentials.OMIT;
    }

    /** What the Fetch and HTML standards prescribe for each kind of request; of a manifest the Web App Manifest's does. */
    Credentials credentials() {
        if (crossOrigin == CrossOrigin.USE_CREDENTIALS) {
            return Credentials.INCLUDE;
        }
        return switch (role) {
            case MANIFEST -> page.isPresent() ? Credentials.OMIT : Credentials.INCLUDE;
            case MODULE, FONT, JSON, WORKER -> Credentials.SAME_ORIGIN;
            default -> crossOrigin == CrossOrigin.NONE ? Credentials.INCLUDE : Credentials.SAME_ORIGIN;
        };
    }

    /** The mode, as {@code Sec-Fetch-Mode} writes it. */
    String mode() {
        return switch (role) {
            case DOCUMENT -> "navigate";
            case MODULE, FONT, JSON, MANIFEST -> "cors";
            case WORKER -> "same-origin";
            default -> crossOrigin == CrossOrigin.NONE ? "no-cors" : "cors";
        };
    }

    /** The destination, as {@code Sec-Fetch-Dest} writes it. */
    String destination() {
        return switch (role) {
            case DOCUMENT -> page.isPresent() ? "iframe" : "document";
            case SCRIPT, MODULE -> "script";
            case STYLE -> "style";
            case IMAGE, ICON -> "image";
            case FONT -> "font";
            case WORKER -> "worker";
            case MANIFEST -> "manifest";
            case JSON, SOURCE_MAP, OTHER -> "empty";
        };
    }
}
