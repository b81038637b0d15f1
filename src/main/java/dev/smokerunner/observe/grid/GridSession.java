package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.session.RemoteSession;
import dev.smokerunner.observe.session.SessionException;
import dev.smokerunner.observe.session.WantedBrowser;
import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A browser that a Grid started for us and that is ours until it is closed. */
public final class GridSession implements AutoCloseable {
    private final GridAddress grid;
    private final RemoteSession session;
    private final URI socket;

    GridSession(GridAddress grid, RemoteSession session, URI socket) {
        this.grid = grid;
        this.session = session;
        this.socket = socket;
    }

    /**
     * Waits for a free slot and for the browser's start there.
     *
     * <p>When the wait is over the Grid is told so: it forgets the request, or ends the browser that comes too late.
     *
     * @param wait how long at most, for both
     * @throws GridException if there is none
     */
    public static GridSession open(GridAddress grid, WantedBrowser wish, Duration wait) throws GridException {
        return new GridRequest(grid, wish, wait).open();
    }

    /** The name by which the Grid knows it. */
    public String id() {
        return session.id();
    }

    /**
     * The browser's own socket, as the Grid passes it on, {@code ws} or {@code wss}: that of its DevTools, or of Firefox's
     * WebDriver BiDi.
     *
     * <p>The Grid (4.48.0) leaves this socket open when the browser, its session or its node has come to an end, and answers
     * nothing any more; see {@link GridWatch}.
     */
    public URI socket() {
        return socket;
    }

    /** The value of the {@code Authorization} field for that socket: what stands before a Grid may want it. */
    public Optional<Secret> authorization() {
        return grid.authorization();
    }

    /** The browser's name and version by its own account, e.g. {@code chrome 156.0.8078.79}. */
    public String title() {
        return session.title();
    }

    /** The browser's version by its own account. */
    public String version() {
        return session.version();
    }

    /**
     * Asks the Grid whether the browser is still there; waits at most ten seconds. For the Grid this counts as use: a session
     * that is asked after is not ended for idleness.
     *
     * @return why it is gone; absent if it is there
     */
    public Optional<String> lost() {
        try {
            session.requireAlive();
            return Optional.empty();
        } catch (SessionException lost) {
            return Optional.of(
                    lost.kind() == SessionException.Kind.REFUSED
                            ? "the Selenium Grid " + grid + " lost the browser: " + lost.reason()
                            : String.valueOf(GridException.of(grid, lost).getMessage()));
        }
    }

    /** Ends the browser and frees its slot; waits at most ten seconds. */
    @Override
    public void close() {
        session.close();
    }
}
