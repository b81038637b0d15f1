package dev.smokerunner.observe.grid;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.network.Loopback;
import dev.smokerunner.network.Port;
import dev.smokerunner.observe.session.SessionServer;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a Selenium Grid is reached, and as whom.
 *
 * @param url its hub, router or standalone server, without user and password; the path ends with a slash
 * @param login {@code user:password} for basic auth
 */
public record GridAddress(URI url, Optional<Secret> login) {
    private static final String EXPECTED = "the http or https URL of a Selenium Grid such as http://127.0.0.1:4444/";

    /** Rejects null. */
    public GridAddress {
        requireNonNull(url);
        requireNonNull(login);
    }

    /**
     * The address that a text says, with or without {@code user:password@}.
     *
     * @throws IllegalArgumentException if it is none; the message is what is expected, and has nothing of the text
     */
    public static GridAddress parse(String text) {
        URI given;
        try {
            given = new URI(text);
        } catch (URISyntaxException notShownForItHasTheText) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (!"http".equalsIgnoreCase(given.getScheme()) && !"https".equalsIgnoreCase(given.getScheme())) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (given.getHost() == null || given.getPort() > Port.HIGHEST) {
            throw new IllegalArgumentException(
                    EXPECTED + ", its host in ASCII letters, digits, dots and dashes, and a password percent-encoded");
        }
        if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw new IllegalArgumentException(EXPECTED + ", without ? and #");
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        String path = given.getRawPath().endsWith("/") ? given.getRawPath() : given.getRawPath() + "/";
        return new GridAddress(
                URI.create(given.getScheme() + "://" + given.getHost() + port + path),
                Optional.ofNullable(given.getUserInfo()).map(Secret::new));
    }

    /** A text that was meant as an address, without what may be a user and a password. */
    public static String shown(String text) {
        return text.replaceAll("(?s)//.*@", "//***@");
    }

    /** The value of the {@code Authorization} field that requests to it need. */
    public Optional<Secret> authorization() {
        return login.map(given -> new Secret(
                "Basic " + Base64.getEncoder().encodeToString(given.reveal().getBytes(StandardCharsets.UTF_8))));
    }

    /** What is asked for sessions. */
    SessionServer server() {
        return new SessionServer(url, authorization(), true);
    }

    /** Whether it is reached on loopback, by a name or an address that can mean nothing else. */
    public boolean isThisMachine() {
        return Loopback.isHost(url.getHost());
    }

    /** A WebSocket there. */
    URI socket(String path) {
        URI http = url.resolve(path);
        return URI.create("ws" + http.toString().substring("http".length()));
    }

    /** The URL, which has no password. */
    @Override
    public String toString() {
        return url.toString();
    }
}
