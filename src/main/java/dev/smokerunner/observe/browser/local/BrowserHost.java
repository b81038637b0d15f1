package dev.smokerunner.observe.browser.local;

/** What a browser runs on: a process of this machine, or a node of a Grid. */
public interface BrowserHost extends AutoCloseable {

    /** Where it is, for people. */
    String place();

    /** Is run when the browser has ended, at once if it has. */
    void onEnd(Runnable action);

    /** Ends the browser; never hangs. */
    @Override
    void close();
}
