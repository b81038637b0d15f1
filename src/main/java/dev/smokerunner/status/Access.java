package dev.smokerunner.status;

import dev.smokerunner.digest.Sha256;
import dev.smokerunner.secret.Secret;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see the status page.
 *
 * <p>Where everybody may who can reach it, and only this machine can, a page of somebody else that runs in a browser of this
 * machine could still read it under a name of its own that leads here; so that it does not, only names of this machine are
 * answered then.
 */
final class Access {
    /** The cookie of those who logged in. */
    static final String COOKIE = "smoke-status";

    private static final String BEARER = "bearer ";

    private final Optional<byte[]> expected;
    private final Set<String> names;

    private Access(Optional<byte[]> expected, Set<String> names) {
        this.expected = expected;
        this.names = names;
    }

    /** Access to what listens at an address. */
    static Access of(StatusOptions options, InetAddress address) {
        boolean isOpen = options.token().isEmpty();
        String own = options.host().toLowerCase(Locale.ROOT);
        return new Access(
                options.token().map(Secret::reveal).map(Access::digest),
                isOpen && address.isLoopbackAddress()
                        ? Set.copyOf(List.of("localhost", "127.0.0.1", "[::1]", own))
                        : Set.of());
    }

    /** Whether one must say a token. */
    boolean isGuarded() {
        return expected.isPresent();
    }

    /**
     * Whether a request is meant for this server.
     *
     * @param host its header Host; empty where it has none
     */
    boolean isMeant(String host) {
        String name = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
        return names.isEmpty() || names.contains(name);
    }

    /**
     * Whether a request comes from one who may.
     *
     * @param authorization its header of that name; empty where it has none
     * @param cookie the value of the cookie; empty where it has none
     */
    boolean isAllowed(String authorization, String cookie) {
        if (expected.isEmpty()) {
            return true;
        }
        boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
        boolean byHeader =
                isBearer && isToken(authorization.substring(BEARER.length()).strip());
        boolean byCookie = MessageDigest.isEqual(
                cookie().getBytes(StandardCharsets.UTF_8), cookie.getBytes(StandardCharsets.UTF_8));
        return byHeader || byCookie;
    }

    /** Whether a text is the token; it takes as long whatever the text is. */
    boolean isToken(String text) {
        return expected.isPresent() && MessageDigest.isEqual(expected.get(), digest(text));
    }

    /** What the cookie holds: it proves that somebody knew the token, and does not tell it. */
    String cookie() {
        return expected.map(hash ->
                        HexFormat.of().formatHex(digest(COOKIE + HexFormat.of().formatHex(hash))))
                .orElse("");
    }

    private static byte[] digest(String text) {
        return Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
