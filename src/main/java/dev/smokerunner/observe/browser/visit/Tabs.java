package dev.smokerunner.observe.browser.visit;

import java.net.URI;

/** Opens tabs in a browser, in its own protocol: all in which one engine differs from another. */
@FunctionalInterface
public interface Tabs {
    /**
     * Opens a tab with an empty profile.
     *
     * @param page where it will go; some headers are for that origin alone
     * @throws CommandException if the browser does not open one in time
     */
    OpenTab open(URI page) throws CommandException;
}
