package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;

/**
 * A browser that is started anew, once, when it dies while it starts, and when it dies under a visit, which is then made again: a
 * browser that dies twice on one page is not bad luck.
 */
public final class RestartingBrowser implements Browser {
    private final Launch launch;
    private Browser current;
    private boolean closed;

    /**
     * Starts the browser.
     *
     * @param launch starts one
     * @throws BrowserException if none could be started
     */
    public RestartingBrowser(Launch launch) throws BrowserException {
        this.launch = launch;
        this.current = started();
    }

    /** A running browser; where one ends while it starts, the next: what killed it, e.g. for want of memory, need not kill that. */
    private Browser started() throws BrowserException {
        try {
            return launch.launch();
        } catch (BrowserException first) {
            if (!first.isDead()) {
                throw first;
            }
            return launch.launch();
        }
    }

    @Override
    public synchronized String description() {
        return current.description();
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        Browser used = current();
        try {
            return used.visit(request);
        } catch (BrowserException first) {
            BrowserVisit second = insteadOf(used, first).visit(request);
            return second.withNote("the browser was started again, because " + first.getMessage());
        }
    }

    /** Is not made again: a log-in that broke off may have counted, and the third may lock somebody out. */
    @Override
    public LogInResult logIn(LogInRequest request) throws BrowserException {
        return current().logIn(request);
    }

    private synchronized Browser current() {
        return current;
    }

    /** A fresh browser; of several visits that lose the same one, the first replaces it for all. */
    private synchronized Browser insteadOf(Browser dead, BrowserException why) throws BrowserException {
        if (closed) {
            throw why;
        }
        if (current == dead) {
            dead.close();
            current = started();
        }
        return current;
    }

    @Override
    public void close() {
        Browser last;
        synchronized (this) {
            closed = true;
            last = current;
        }
        last.close();
    }

    /** Starts a browser. */
    @FunctionalInterface
    public interface Launch {
        /**
         * A running browser.
         *
         * @throws BrowserException if none could be found or started
         */
        Browser launch() throws BrowserException;
    }
}
