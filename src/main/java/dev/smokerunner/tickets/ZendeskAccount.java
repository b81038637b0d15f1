package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.net.URI;

/**
 * A Zendesk, and as whom we come.
 *
 * @param url its address, e.g. {@code https://example.zendesk.com}, without a slash at its end
 * @param credentials who we are
 */
public record ZendeskAccount(URI url, Credentials credentials) {
    /** Takes slashes off the end of the address. */
    public ZendeskAccount {
        requireNonNull(credentials);
        url = URI.create(url.toString().replaceAll("/+$", ""));
    }

    /** The same for the same Zendesk as the same user; no secret is in it. */
    public String id() {
        return url + " " + credentials.name();
    }

    /** Where people read a ticket. */
    public URI ticket(long number) {
        return URI.create(url + "/agent/tickets/" + number);
    }

    /** Who we are. */
    public sealed interface Credentials {
        /** What is no secret of it. */
        String name();

        /** What must never be shown. */
        Secret secret();
    }

    /**
     * A client of OAuth, which gets tokens that last for an hour.
     *
     * @param name its name, as made in the Admin Center
     * @param secret its secret
     */
    public record OAuthClient(String name, Secret secret) implements Credentials {
        /** Rejects null. */
        public OAuthClient {
            requireNonNull(name);
            requireNonNull(secret);
        }
    }

    /**
     * A token of the API, which Zendesk turns off on 2027-04-30.
     *
     * @param name the mail address of an agent
     * @param secret the token
     */
    public record ApiToken(String name, Secret secret) implements Credentials {
        /** Rejects null. */
        public ApiToken {
            requireNonNull(name);
            requireNonNull(secret);
        }
    }
}
