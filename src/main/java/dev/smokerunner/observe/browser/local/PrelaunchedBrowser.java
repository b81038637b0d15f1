package dev.smokerunner.observe.browser.local;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A browser that starts before anybody knows whether it will be wanted, because its start takes longer than anything else. It
 * ends with this process if nobody takes it.
 */
public final class PrelaunchedBrowser {
    /** Nothing was started. */
    public static final PrelaunchedBrowser NONE = new PrelaunchedBrowser(CompletableFuture.completedFuture(null));

    private final CompletableFuture<@Nullable BrowserProcess> process;
    private boolean taken;

    private PrelaunchedBrowser(CompletableFuture<@Nullable BrowserProcess> process) {
        this.process = process;
    }

    /** Starts the browser of the Chromium family that this choice will most likely find, beside all else; where there is none, nothing. */
    public static PrelaunchedBrowser of(BrowserChoice choice) {
        PrelaunchedBrowser start = new PrelaunchedBrowser(new CompletableFuture<>());
        Runtime.getRuntime().addShutdownHook(new Thread(start::end, "smoke-head-start-end"));
        Thread thread = new Thread(() -> start.process.complete(started(choice)), "smoke-head-start");
        thread.setDaemon(true);
        thread.start();
        return start;
    }

    private static @Nullable BrowserProcess started(BrowserChoice choice) {
        try {
            return BrowserProcess.start(
                    BrowserFinder.onThisMachine().find(choice), LaunchDirectory.parent(), new ChromiumLaunch());
        } catch (BrowserException none) {
            // Who wants it will be told why there is none.
            return null;
        }
    }

    /** The browser, if it is this one and nobody has taken it. */
    public synchronized Optional<BrowserProcess> take(Path binary) {
        BrowserProcess started = process.join();
        boolean isWanted = !taken && started != null && started.binary().equals(binary);
        taken |= isWanted;
        return isWanted ? Optional.ofNullable(started) : Optional.empty();
    }

    private synchronized void end() {
        BrowserProcess started = process.join();
        if (!taken && started != null) {
            taken = true;
            started.close();
        }
    }
}
