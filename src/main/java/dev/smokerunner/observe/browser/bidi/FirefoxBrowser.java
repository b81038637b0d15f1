package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.firefox.FirefoxMessages;
import dev.smokerunner.observe.browser.local.BrowserEnd;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.observe.browser.local.BrowserHost;
import dev.smokerunner.observe.browser.local.BrowserProcess;
import dev.smokerunner.observe.browser.local.FirefoxLaunch;
import dev.smokerunner.observe.browser.local.LaunchDirectory;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.TabbedBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts Firefox, and connects to it over WebDriver BiDi.
 *
 * <p>Geckodriver does no more than to start it and to hand on what is said: it is not needed, and can be used.
 */
public final class FirefoxBrowser {
    /** A session begins when the first window is there, which takes two seconds, and on a busy machine ten times that. */
    private static final Duration SESSION = Duration.ofSeconds(40);

    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** Dialogs wait for us: {@code visit.DialogAnswers} knows what to say. */
    private static final Map<String, ?> CAPABILITIES = Map.of(
            "alwaysMatch",
            Map.of("acceptInsecureCerts", false, "unhandledPromptBehavior", Map.of("default", "ignore")));

    private static final List<String> EVENTS = List.of("browsingContext", "network", "log", "script.message");

    private FirefoxBrowser() {}

    /**
     * Finds and starts a browser; it is ended by {@link Browser#close}, and by the end of this process however that comes.
     *
     * @throws BrowserException if there is none or it does not start
     */
    public static Browser launch(BrowserChoice choice) throws BrowserException {
        return launch(BrowserFinder.onThisMachine().find(choice), choice, LaunchDirectory.parent());
    }

    static Browser launch(Path binary, BrowserChoice choice, Path parent) throws BrowserException {
        BrowserProcess process = BrowserProcess.start(binary, parent, new FirefoxLaunch());
        try {
            process.removeAbandoned();
            Browser browser = connect(BrowserSocket.local(process.awaitSocket()), Optional.empty(), choice, process);
            process.rememberFamily();
            return browser;
        } catch (BrowserException trouble) {
            process.close();
            throw trouble;
        }
    }

    /**
     * Looks by a Firefox whose session somebody else has begun.
     *
     * @param socket that of the session
     * @param version the browser's, as it was told when the session began
     * @param host what it runs on; ends with it, and where this fails
     * @throws BrowserException if it does not answer
     */
    public static Browser over(BrowserSocket socket, String version, BrowserChoice choice, BrowserHost host)
            throws BrowserException {
        return connect(socket, Optional.of(version), choice, host);
    }

    private static Browser connect(BrowserSocket socket, Optional<String> begun, BrowserChoice choice, BrowserHost host)
            throws BrowserException {
        try {
            ContextRouter router = new ContextRouter();
            BidiConnection connection = BidiConnection.open(socket, router::route);
            connection.onClosed(router::breakOff);
            // The socket does not always tell that the other end has died.
            host.onEnd(connection::close);
            String version = begun.isPresent() ? begun.get() : begin(connection);
            connection.call("session.subscribe", Map.of("events", EVENTS), ANSWER);
            // E.g. Firefox 153.8.0.
            return new TabbedBrowser(
                    "Firefox " + version,
                    host.place(),
                    new TabOpener(connection, router, choice),
                    new FirefoxMessages(),
                    BrowserEnd.of(connection::close, host)::close);
        } catch (CommandException failed) {
            host.close();
            throw failed.afterStart(host.place());
        }
    }

    /** Begins the session, and says the browser's version. */
    private static String begin(BidiConnection connection) throws CommandException {
        return connection
                .call("session.new", Map.of("capabilities", CAPABILITIES), SESSION)
                .in("capabilities")
                .textOr("browserVersion", "");
    }
}
