package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserPool;
import dev.smokerunner.observe.browser.bidi.FirefoxBrowser;
import dev.smokerunner.observe.browser.devtools.ChromiumBrowser;
import dev.smokerunner.observe.browser.driver.DriverFinder;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.observe.browser.local.LaunchDirectory;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.observe.grid.GridSession;
import dev.smokerunner.observe.session.RemoteSession;
import dev.smokerunner.observe.session.WantedBrowser.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Browsers that are started through WebDriver, and then looked through over their own sockets, as those that we start: what is
 * seen is the same by construction.
 */
public final class WebDriverBrowsers {
    private WebDriverBrowsers() {}

    /**
     * Finds a browser and its driver on this machine and starts them; they are ended by {@link Browser#close}, and by the end
     * of this process however that comes.
     *
     * @throws BrowserException if one of them is missing or does not start
     */
    public static Browser launch(BrowserChoice choice) throws BrowserException {
        Path browser = BrowserFinder.onThisMachine().find(choice);
        Path driver = new DriverFinder(System.getenv()).find(choice, browser);
        return launch(driver, browser, choice, LaunchDirectory.parent());
    }

    static Browser launch(Path driver, Path browser, BrowserChoice choice, Path parent) throws BrowserException {
        DriverHost host = DriverHost.start(driver, browser, choice, parent);
        try {
            return over(host, choice);
        } catch (BrowserException failed) {
            host.close();
            throw failed;
        }
    }

    private static Browser over(DriverHost host, BrowserChoice choice) throws BrowserException {
        Kind kind = WantedBrowsers.kind(choice);
        RemoteSession session = host.session();
        if (kind == Kind.FIREFOX) {
            BrowserSocket socket = BrowserSocket.local(given(session, "webSocketUrl"));
            return FirefoxBrowser.over(socket, session.version(), choice, host);
        }
        String address = session.debuggerAddress(kind).orElseThrow(() -> missing(session, "debuggerAddress"));
        return ChromiumBrowser.over(BrowserSocket.local(new DebuggerAddress(address).socket()), choice, host);
    }

    private static URI given(RemoteSession session, String capability) throws BrowserException {
        try {
            return new URI(session.text(capability).orElseThrow(() -> missing(session, capability)));
        } catch (URISyntaxException unreadable) {
            throw missing(session, capability);
        }
    }

    private static BrowserException missing(RemoteSession session, String capability) {
        return new BrowserException(
                "the driver of " + session.title() + " does not say where the browser listens (" + capability + ")",
                java.util.List.of());
    }

    /**
     * Browsers of a Selenium Grid, as many as it has free slots for.
     *
     * @throws BrowserException if it has none
     */
    public static BrowserPool poolOnGrid(GridAddress grid, BrowserChoice choice) throws BrowserException {
        return new BrowserPool(() -> onGrid(grid, choice), GridHost.free(grid, choice));
    }

    private static Browser onGrid(GridAddress grid, BrowserChoice choice) throws BrowserException {
        GridHost host = GridHost.open(grid, choice);
        GridSession session = host.session();
        BrowserSocket socket = BrowserSocket.remote(session.socket(), session.authorization());
        return WantedBrowsers.kind(choice) == Kind.FIREFOX
                ? FirefoxBrowser.over(socket, session.version(), choice, host)
                : ChromiumBrowser.over(socket, choice, host);
    }
}
