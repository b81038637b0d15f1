package dev.smokerunner.run;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.grid.GridAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A browser that starts beside the rest of a run, because starting it takes longer than anything else. */
final class BackgroundBrowser implements AutoCloseable {
    private final CompletableFuture<Captured<Browser>> browser;

    BackgroundBrowser(Browsers browsers, BrowserChoice choice, Optional<GridAddress> grid, Executor background) {
        this.browser = choice.name() == BrowserChoice.Name.NONE
                ? CompletableFuture.completedFuture(
                        Captured.unseen("the browser is switched off (--browser none)", Fault.NOT_ASKED))
                : CompletableFuture.supplyAsync(() -> open(browsers, choice, grid), background);
    }

    /** The browser, or why there is none. */
    CompletableFuture<Captured<Browser>> browser() {
        return browser;
    }

    private static Captured<Browser> open(Browsers browsers, BrowserChoice choice, Optional<GridAddress> grid) {
        try {
            return Captured.seen(browsers.open(choice, grid));
        } catch (BrowserException e) {
            String tried = e.tried().isEmpty() ? "" : "; tried: " + String.join("; ", e.tried());
            return Captured.unseen(e.getMessage() + tried, Fault.TOOL);
        }
    }

    /**
     * Ends the browser, also one that is still starting. Nobody waits for that: what was seen is judged and told meanwhile,
     * and the end of this process waits for the browser's.
     */
    @Override
    public void close() {
        CompletableFuture<Void> unused = browser.thenAcceptAsync(
                started -> started.value().ifPresent(Browser::close),
                end -> new Thread(end, "smoke-browser-end").start());
    }
}
