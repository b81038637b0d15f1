package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.chromium.ChromiumMessages;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.local.BrowserEnd;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.observe.browser.local.BrowserHost;
import dev.smokerunner.observe.browser.local.BrowserProcess;
import dev.smokerunner.observe.browser.local.ChromiumLaunch;
import dev.smokerunner.observe.browser.local.LaunchDirectory;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.TabbedBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Starts Chrome, Chromium or Edge, and connects to it over the Chrome DevTools Protocol.
 *
 * <p>Without a driver in between: where one is wanted it starts the browser ({@code observe.browser.webdriver}), and is not
 * asked any more.
 */
public final class ChromiumBrowser {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private ChromiumBrowser() {}

    /**
     * Finds and starts a browser; it is ended by {@link Browser#close}, and by the end of this process however that comes.
     *
     * @param start may have started it already
     * @throws BrowserException if there is none or it does not start
     */
    public static Browser launch(BrowserChoice choice, PrelaunchedBrowser start) throws BrowserException {
        Path binary = BrowserFinder.onThisMachine().find(choice);
        Optional<BrowserProcess> started = start.take(binary);
        return started.isPresent() ? connect(started.get(), choice) : launch(binary, choice, LaunchDirectory.parent());
    }

    static Browser launch(Path binary, BrowserChoice choice, Path parent) throws BrowserException {
        return connect(BrowserProcess.start(binary, parent, new ChromiumLaunch()), choice);
    }

    private static Browser connect(BrowserProcess process, BrowserChoice choice) throws BrowserException {
        try {
            // While the browser starts.
            process.removeAbandoned();
            Browser browser = over(BrowserSocket.local(process.awaitSocket()), choice, process);
            process.rememberFamily();
            return browser;
        } catch (BrowserException trouble) {
            process.close();
            throw trouble;
        }
    }

    /**
     * Looks by a browser that runs already, whoever started it.
     *
     * @param socket its DevTools socket
     * @param host what it runs on; ends with it, and where this fails
     * @throws BrowserException if it does not answer
     */
    public static Browser over(BrowserSocket socket, BrowserChoice choice, BrowserHost host) throws BrowserException {
        try {
            EventRouter router = new EventRouter();
            return follow(DevTools.open(socket, router::route), router, choice, host);
        } catch (CommandException failed) {
            host.close();
            throw failed.afterStart(host.place());
        }
    }

    private static Browser follow(DevTools connection, EventRouter router, BrowserChoice choice, BrowserHost host)
            throws CommandException {
        connection.onClosed(router::breakOff);
        // The socket does not always tell that the other end has died.
        host.onEnd(connection::close);
        TabTargets.follow(connection.browser());
        String title = title(connection.browser().call("Browser.getVersion", Map.of(), ANSWER));
        return new TabbedBrowser(
                title,
                host.place(),
                new TabOpener(connection, router, choice),
                new ChromiumMessages(),
                BrowserEnd.of(connection::close, host)::close);
    }

    /** E.g. {@code Chrome 156.0.8078.79} of {@code HeadlessChrome/156.0.8078.79}. */
    private static String title(Fields version) {
        return version.textOr("product", "").replace("Headless", "").replace('/', ' ');
    }
}
