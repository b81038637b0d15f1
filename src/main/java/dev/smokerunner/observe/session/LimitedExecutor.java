package dev.smokerunner.observe.session;

import java.io.IOException;
import java.time.Duration;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.codec.w3c.W3CHttpCommandCodec;
import org.openqa.selenium.remote.codec.w3c.W3CHttpResponseCodec;

/**
 * Waits long for a session and shortly for all else. Selenium's own executor has one limit for all that it asks.
 */
final class LimitedExecutor implements CommandExecutor, AutoCloseable {
    private final SessionServer server;
    private final Duration start;
    private final Standing standing;

    /**
     * Asks nothing yet.
     *
     * @param start how long a session may take
     * @param rest how long anything else may take
     */
    LimitedExecutor(SessionServer server, Duration start, Duration rest) {
        this.server = server;
        this.start = start;
        this.standing = new Standing(server, rest);
    }

    @Override
    public Response execute(Command command) throws IOException {
        return command.getName().equals(DriverCommand.NEW_SESSION) ? begin(command) : standing.execute(command);
    }

    private Response begin(Command command) throws IOException {
        HttpCommandExecutor starting = new HttpCommandExecutor(server.client(start), server.address());
        try {
            return starting.execute(command);
        } finally {
            starting.close();
        }
    }

    @Override
    public void close() {
        standing.close();
    }

    /** Speaks W3C WebDriver from its first command on, without having begun a session itself. */
    private static final class Standing extends HttpCommandExecutor {
        Standing(SessionServer server, Duration limit) {
            super(server.client(limit), server.address());
            this.commandCodec = new W3CHttpCommandCodec();
            this.responseCodec = new W3CHttpResponseCodec();
        }
    }
}
