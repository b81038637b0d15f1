package dev.smokerunner.observe.grid;

import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A browser that a Grid started for us and that is ours until it is closed. */
public final class GridSession implements AutoCloseable {
    /** Ending a browser took up to a second on a busy machine. */
    private static final Duration END = Duration.ofSeconds(10);
    /** The driver answers from memory; only a machine that is in trouble takes longer. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final GridHttp http;
    private final String id;
    private final URI devTools;
    private final String title;

    GridSession(GridHttp http, String id, URI devTools, String title) {
        this.http = http;
        this.id = id;
        this.devTools = devTools;
        this.title = title;
    }

    /**
     * Waits for a free slot and for the browser's start there.
     *
     * <p>When the wait is over the Grid is told so: it forgets the request, or ends the browser that comes too late.
     *
     * @param wait how long at most, for both
     * @throws GridException if there is none
     */
    public static GridSession open(GridAddress grid, GridCapabilities wish, Duration wait) throws GridException {
        return new GridRequest(new GridHttp(grid), wish, wait).open();
    }

    /** The name by which the Grid knows it. */
    public String id() {
        return id;
    }

    /**
     * The browser's own DevTools socket, as the Grid passes it on: {@code ws} or {@code wss}.
     *
     * <p>The Grid (4.48.0) leaves this socket open when the browser, its session or its node has come to an end, and answers
     * nothing any more; see {@link GridWatch}.
     */
    public URI devTools() {
        return devTools;
    }

    /** The value of the {@code Authorization} field for that socket: what stands before a Grid may want it. */
    public Optional<Secret> authorization() {
        return http.grid().authorization();
    }

    /** The browser's name and version by its own account, e.g. {@code chrome 156.0.8078.79}. */
    public String title() {
        return title;
    }

    /**
     * Asks the Grid whether the browser is still there; waits at most ten seconds. For the Grid this counts as use: a session
     * that is asked after is not ended for idleness.
     *
     * @return why it is gone; absent if it is there
     */
    public Optional<String> lost() {
        try {
            GridAnswer answer = http.get("session/" + id + "/timeouts", SIGN_OF_LIFE);
            return answer.isError()
                    ? Optional.of("the Selenium Grid " + http.grid() + " lost the browser: " + answer.trouble())
                    : Optional.empty();
        } catch (GridException noAnswer) {
            return Optional.of(String.valueOf(noAnswer.getMessage()));
        }
    }

    /** Ends the browser and frees its slot; waits at most ten seconds. */
    @Override
    public void close() {
        try {
            http.delete("session/" + id, END);
        } catch (GridException gone) {
            // Then the Grid ends it when nobody has used it for a while.
        }
    }
}
