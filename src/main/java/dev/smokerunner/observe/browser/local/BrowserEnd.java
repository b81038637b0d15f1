package dev.smokerunner.observe.browser.local;

/**
 * The end of a browser, which comes once: when it is asked for, or with the end of this process. Who comes second waits for the
 * first, so that the end of this process waits for a browser that is just being closed.
 */
public final class BrowserEnd implements AutoCloseable {
    private final Runnable end;
    private final Thread hook = new Thread(this::run, "smoke-runner-browser-end");
    private boolean ended;

    private BrowserEnd(Runnable end) {
        this.end = end;
    }

    /**
     * Sees to the end of a browser from now on.
     *
     * @param connection ends what waits for its answers; must not hang
     * @param host what it runs on
     */
    public static BrowserEnd of(Runnable connection, BrowserHost host) {
        // Kills instead of asking: the profile is thrown away, so there is nothing that an orderly end would save, and
        // a page or a browser that hangs cannot delay it.
        BrowserEnd seen = new BrowserEnd(() -> {
            connection.run();
            host.close();
        });
        Runtime.getRuntime().addShutdownHook(seen.hook);
        return seen;
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs, or is about to.
        }
    }

    private synchronized void run() {
        if (!ended) {
            ended = true;
            end.run();
        }
    }
}
