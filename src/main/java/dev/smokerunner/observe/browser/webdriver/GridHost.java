package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserHost;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.observe.grid.GridException;
import dev.smokerunner.observe.grid.GridSession;
import dev.smokerunner.observe.grid.GridSlots;
import dev.smokerunner.observe.grid.GridWatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A browser that a Selenium Grid started on one of its nodes. */
final class GridHost implements BrowserHost {
    /** Others may have all slots; a run of theirs takes half a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final GridAddress grid;
    private final GridSession session;
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private final GridWatch watch;

    private GridHost(GridAddress grid, GridSession session) {
        this.grid = grid;
        this.session = session;
        this.watch = GridWatch.over(session, lost::complete);
    }

    /**
     * Waits for a free slot and for the browser's start there.
     *
     * @throws BrowserException if there is none
     */
    static GridHost open(GridAddress grid, BrowserChoice choice) throws BrowserException {
        try {
            return new GridHost(grid, GridSession.open(grid, WantedBrowsers.elsewhere(choice), LONGEST_WAIT));
        } catch (GridException trouble) {
            throw asOurs(trouble);
        }
    }

    /**
     * How many browsers the Grid can give now.
     *
     * @throws BrowserException if it does not tell
     */
    static int free(GridAddress grid, BrowserChoice choice) throws BrowserException {
        try {
            return GridSlots.of(grid, WantedBrowsers.kind(choice)).free();
        } catch (GridException trouble) {
            throw asOurs(trouble);
        }
    }

    private static BrowserException asOurs(GridException trouble) {
        return new BrowserException(String.valueOf(trouble.getMessage()), trouble);
    }

    GridSession session() {
        return session;
    }

    @Override
    public String place() {
        return "Selenium Grid " + grid;
    }

    @Override
    public void onEnd(Runnable action) {
        CompletableFuture<Void> unused = lost.thenRun(action);
    }

    @Override
    public void close() {
        watch.close();
        session.close();
    }
}
