package dev.smokerunner.observe.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A browser that was started for us by WebDriver, and that is ours until it is closed. */
public final class RemoteSession implements AutoCloseable {
    /** Ending a browser took up to a second on a busy machine; asking after it takes milliseconds. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final SessionServer server;
    private final LimitedExecutor executor;
    private final RemoteWebDriver driver;
    private final String id;

    private RemoteSession(SessionServer server, LimitedExecutor executor, RemoteWebDriver driver) {
        this.server = server;
        this.executor = executor;
        this.driver = driver;
        this.id = String.valueOf(driver.getSessionId());
    }

    /**
     * Asks for one, and waits.
     *
     * @param wait how long at most; when it is over the connection is closed, by which a Grid knows that nobody waits
     * @throws SessionException if there is none
     */
    public static RemoteSession open(SessionServer server, WantedBrowser wanted, Duration wait)
            throws SessionException {
        LimitedExecutor executor = new LimitedExecutor(server, wait, ANSWER);
        try {
            return new RemoteSession(server, executor, new RemoteWebDriver(executor, wanted.capabilities()));
        } catch (RuntimeException failed) {
            executor.close();
            throw SessionException.of(failed);
        }
    }

    /** Its name. */
    public String id() {
        return id;
    }

    /** The browser's name and version by its own account, e.g. {@code chrome 156.0.8078.79}. */
    public String title() {
        Capabilities granted = driver.getCapabilities();
        return granted.getBrowserName() + " " + version();
    }

    /** The browser's version by its own account. */
    public String version() {
        return driver.getCapabilities().getBrowserVersion();
    }

    /** What it says of itself under this name. */
    public Optional<String> text(String capability) {
        return driver.getCapabilities().getCapability(capability) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Where a browser of the Chromium family listens for debuggers, as {@code host:port}. */
    public Optional<String> debuggerAddress(WantedBrowser.Kind kind) {
        return driver.getCapabilities().getCapability(kind.optionsCapability()) instanceof Map<?, ?> options
                        && options.get("debuggerAddress") instanceof String address
                ? Optional.of(address)
                : Optional.empty();
    }

    /**
     * Asks whether it is still there; waits at most ten seconds. For a Grid this counts as use: a session that is asked after is
     * not ended for idleness.
     *
     * @throws SessionException if it is not
     */
    public void requireAlive() throws SessionException {
        if (driver.getSessionId() == null) {
            // Closed by us; Selenium would not ask whether the other side knows.
            server.ask("/session/" + id + "/timeouts", ANSWER);
            return;
        }
        try {
            driver.manage().timeouts().getScriptTimeout();
        } catch (RuntimeException lost) {
            throw SessionException.of(lost);
        }
    }

    /** Says no more, and leaves the browser to whoever ends its processes. */
    public void leave() {
        executor.close();
    }

    /** Ends the browser; waits at most ten seconds. */
    @Override
    public void close() {
        try {
            driver.quit();
        } catch (RuntimeException gone) {
            // Then a Grid ends it when nobody has used it for a while.
        } finally {
            executor.close();
        }
    }
}
