package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.local.BrowserHost;
import dev.smokerunner.observe.browser.local.BrowserProcess;
import dev.smokerunner.observe.session.RemoteSession;
import dev.smokerunner.observe.session.SessionException;
import dev.smokerunner.observe.session.SessionServer;
import dev.smokerunner.observe.session.WantedBrowser;
import java.nio.file.Path;
import java.time.Duration;

/** A browser that a driver of this machine started. The driver is a process of ours, and the browser one of its. */
final class DriverHost implements BrowserHost {
    /** A browser starts in a second; on a machine that is busy it takes ten. */
    private static final Duration START = Duration.ofSeconds(40);

    private final BrowserProcess driver;
    private final Path browser;
    private final RemoteSession session;

    private DriverHost(BrowserProcess driver, Path browser, RemoteSession session) {
        this.driver = driver;
        this.browser = browser;
        this.session = session;
    }

    /**
     * Starts the driver, and lets it start the browser.
     *
     * @param parent where their directory is made
     * @throws BrowserException if one of them does not start
     */
    static DriverHost start(Path executable, Path browser, BrowserChoice choice, Path parent) throws BrowserException {
        WantedBrowser.Kind kind = WantedBrowsers.kind(choice);
        BrowserProcess driver = BrowserProcess.start(executable, parent, new DriverLaunch(kind));
        try {
            // While the driver starts.
            driver.removeAbandoned();
            SessionServer server = SessionServer.driver(driver.awaitSocket());
            WantedBrowser wanted = WantedBrowsers.here(choice, browser, driver.directory());
            RemoteSession session = RemoteSession.open(server, wanted, START);
            driver.rememberFamily();
            return new DriverHost(driver, browser, session);
        } catch (SessionException failed) {
            driver.close();
            throw notStarted(
                    "the driver " + executable + " could not start the browser " + browser + ": " + failed.reason(),
                    failed);
        } catch (BrowserException failed) {
            driver.close();
            throw failed;
        }
    }

    /** A driver refuses a session with the same answer whether its browser ended or was never good: to try again costs little. */
    private static BrowserException notStarted(String message, SessionException failed) {
        return failed.kind() == SessionException.Kind.TIMED_OUT
                ? new BrowserException(message, failed)
                : BrowserException.died(message, failed);
    }

    RemoteSession session() {
        return session;
    }

    @Override
    public String place() {
        return browser + " by " + driver.place();
    }

    /** The driver's end: its browser goes with it. That of the browser alone is told by its socket. */
    @Override
    public void onEnd(Runnable action) {
        driver.onEnd(action);
    }

    /** Kills instead of asking: a driver that hangs cannot delay it. */
    @Override
    public void close() {
        driver.close();
        session.leave();
    }
}
