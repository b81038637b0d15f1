package dev.smokerunner.alert;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.network.Loopback;
import dev.smokerunner.secret.Secret;
import java.util.Optional;

/**
 * A server that takes mail.
 *
 * @param host its name or address
 * @param port its port
 * @param isEncrypted whether the connection is encrypted from its first byte (smtps); else it is once both have agreed, if the
 *     server can
 * @param user who sends; absent where the server asks nobody
 * @param password the password; absent where there is no user
 */
public record MailServer(String host, int port, boolean isEncrypted, Optional<String> user, Optional<Secret> password) {
    /** Rejects null. */
    public MailServer {
        requireNonNull(host);
        requireNonNull(user);
        requireNonNull(password);
    }

    /** Whether it is on this machine, where nobody listens in. */
    boolean isLoopback() {
        return Loopback.isHost(host);
    }
}
