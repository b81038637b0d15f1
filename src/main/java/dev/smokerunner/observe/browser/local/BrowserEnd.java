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
     * @param end ends it; must not hang
     */
    public static BrowserEnd of(Runnable end) {
        BrowserEnd seen = new BrowserEnd(end);
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
