package dev.smokerunner.status;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.util.Optional;

/**
 * Where the status page is, and for whom.
 *
 * @param host the name or address to listen at, e.g. {@code 127.0.0.1}
 * @param port the port; 0 for any that is free
 * @param token what one must know to see it; absent where everybody may who can reach it
 */
public record StatusOptions(String host, int port, Optional<Secret> token) {
    /** Whoever can ask as often as he likes guesses a shorter one. */
    private static final int SHORTEST_TOKEN = 16;

    /** Rejects a token that can be guessed. */
    public StatusOptions {
        requireNonNull(host);
        if (token.filter(secret -> secret.reveal().length() < SHORTEST_TOKEN).isPresent()) {
            throw new IllegalArgumentException("a token of at least " + SHORTEST_TOKEN + " characters");
        }
    }
}
