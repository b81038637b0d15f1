package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
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
import dev.smokerunner.observe.browser.visit.LogIn;
import dev.smokerunner.observe.browser.visit.LogInTab.Scene;
import dev.smokerunner.observe.browser.visit.OriginHeaders;
import dev.smokerunner.observe.browser.visit.PageVisit;
import dev.smokerunner.observe.browser.visit.VisitEvents;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.observe.visitor.Session;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Chrome, Chromium or Edge over the Chrome DevTools Protocol: one process for the whole run, a fresh profile for each visit.
 *
 * <p>Without a driver in between: where one is wanted it starts the browser ({@code observe.browser.webdriver}), and is not
 * asked any more.
 */
public final class ChromiumBrowser implements Browser {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    private final String title;
    private final BrowserChoice choice;
    private final BrowserHost host;
    private final DevTools connection;
    private final TabOpener tabs;
    private final BrowserEnd end;

    private ChromiumBrowser(String title, BrowserChoice choice, BrowserHost host, DevTools connection, TabOpener tabs) {
        this.title = title;
        this.choice = choice;
        this.host = host;
        this.connection = connection;
        this.tabs = tabs;
        // Kills instead of asking: the profile is thrown away, so there is nothing that an orderly end would save, and
        // a page
        // or a browser that hangs cannot delay it.
        this.end = BrowserEnd.of(() -> {
            connection.close();
            host.close();
        });
    }

    /**
     * Finds and starts a browser; it is ended by {@link #close}, and by the end of this process however that comes.
     *
     * @param start may have started it already
     * @throws BrowserException if there is none or it does not start
     */
    public static ChromiumBrowser launch(BrowserChoice choice, PrelaunchedBrowser start) throws BrowserException {
        Path binary = BrowserFinder.onThisMachine().find(choice);
        Optional<BrowserProcess> started = start.take(binary);
        return started.isPresent() ? connect(started.get(), choice) : launch(binary, choice, LaunchDirectory.parent());
    }

    static ChromiumBrowser launch(Path binary, BrowserChoice choice, Path parent) throws BrowserException {
        return connect(BrowserProcess.start(binary, parent, new ChromiumLaunch()), choice);
    }

    private static ChromiumBrowser connect(BrowserProcess process, BrowserChoice choice) throws BrowserException {
        try {
            // While the browser starts.
            process.removeAbandoned();
            ChromiumBrowser browser = over(BrowserSocket.local(process.awaitSocket()), choice, process);
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
    public static ChromiumBrowser over(BrowserSocket socket, BrowserChoice choice, BrowserHost host)
            throws BrowserException {
        try {
            EventRouter router = new EventRouter();
            return follow(DevTools.open(socket, router::route), router, choice, host);
        } catch (CommandException failed) {
            host.close();
            throw failed.afterStart(host.place());
        }
    }

    private static ChromiumBrowser follow(
            DevTools connection, EventRouter router, BrowserChoice choice, BrowserHost host) throws CommandException {
        connection.onClosed(router::breakOff);
        // The socket does not always tell that the other end has died.
        host.onEnd(connection::close);
        TabTargets.follow(connection.browser());
        String title = title(connection.browser().call("Browser.getVersion", Map.of(), ANSWER));
        TabOpener tabs = new TabOpener(connection.browser(), router);
        return new ChromiumBrowser(title, choice, host, connection, tabs);
    }

    /** E.g. {@code Chrome 156.0.8078.79} of {@code HeadlessChrome/156.0.8078.79}. */
    private static String title(Fields version) {
        return version.textOr("product", "").replace("Headless", "").replace('/', ' ');
    }

    @Override
    public String description() {
        return title + " (" + host.place() + ")";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        return inTab(request.url(), request.session(), (place, targets) -> visit(request, place, targets));
    }

    @Override
    public LogInResult logIn(LogInRequest request) throws BrowserException {
        return inTab(request.page(), request.before(), (place, targets) -> {
            ProfileSession profile = new ProfileSession(connection.browser(), place);
            return new LogIn(
                            new DevToolsLogInTab(place, profile, () -> {
                                VisitEvents visited = VisitEvents.ofLogIn(request.page(), new ChromiumMessages());
                                return new Scene(new DevToolsTab(place, watch(place, targets, visited)), visited);
                            }),
                            request)
                    .run();
        });
    }

    /** Does something in a tab with a profile of its own, which ends with it. */
    private <T> T inTab(URI page, Session session, InTab<T> what) throws BrowserException {
        try {
            TabTargets targets =
                    new TabTargets(choice, OriginHeaders.of(choice, page).map(RequestHold::new));
            TabPlace place = tabs.open(targets);
            try {
                new ProfileSession(connection.browser(), place).put(session);
                return what.done(place, targets);
            } finally {
                tabs.close(place);
            }
        } catch (CommandException failed) {
            throw failed.duringVisit(title);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserException("the visit of " + page + " was interrupted", interrupted);
        }
    }

    private TabEvents watch(TabPlace place, TabTargets targets, VisitEvents visited) {
        TabEvents events = new TabEvents(place, visited);
        targets.tell(events);
        if (!connection.isOpen()) {
            events.breakOff();
        }
        return events;
    }

    private BrowserVisit visit(VisitRequest request, TabPlace place, TabTargets targets)
            throws CommandException, InterruptedException {
        VisitEvents visited = new VisitEvents(request, new ChromiumMessages());
        TabEvents events = watch(place, targets, visited);
        BrowserVisit visit = new PageVisit(new DevToolsTab(place, events), request, visited).run();
        if (visit.ending() == Ending.HUNG || visit.ending() == Ending.NOT_NAVIGATED) {
            // Is it the page that is silent, or the browser? With the page gone it must answer.
            tabs.closeNow(place, SIGN_OF_LIFE);
        }
        return visit;
    }

    @Override
    public void close() {
        end.close();
    }

    /** Something to be done in a tab. */
    @FunctionalInterface
    private interface InTab<T> {
        T done(TabPlace place, TabTargets targets) throws CommandException, InterruptedException;
    }
}
