package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.browser.firefox.FirefoxMessages;
import dev.smokerunner.observe.browser.local.BrowserEnd;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.observe.browser.local.BrowserHost;
import dev.smokerunner.observe.browser.local.BrowserProcess;
import dev.smokerunner.observe.browser.local.FirefoxLaunch;
import dev.smokerunner.observe.browser.local.LaunchDirectory;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Firefox over WebDriver BiDi: one process for the whole run, a fresh profile and a window for each visit.
 *
 * <p>Geckodriver does no more than to start it and to hand on what is said: it is not needed, and can be used.
 */
public final class FirefoxBrowser implements Browser {
    /** A session begins when the first window is there, which takes two seconds, and on a busy machine ten times that. */
    private static final Duration SESSION = Duration.ofSeconds(40);

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    /** Dialogs wait for us: {@code visit.DialogAnswers} knows what to say. */
    private static final Map<String, ?> CAPABILITIES = Map.of(
            "alwaysMatch",
            Map.of("acceptInsecureCerts", false, "unhandledPromptBehavior", Map.of("default", "ignore")));

    private static final List<String> EVENTS = List.of("browsingContext", "network", "log", "script.message");

    private final String title;
    private final BrowserChoice choice;
    private final BrowserHost host;
    private final BidiConnection connection;
    private final TabOpener tabs;
    private final BrowserEnd end;

    private FirefoxBrowser(
            String title, BrowserChoice choice, BrowserHost host, BidiConnection connection, TabOpener tabs) {
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
     * @throws BrowserException if there is none or it does not start
     */
    public static FirefoxBrowser launch(BrowserChoice choice) throws BrowserException {
        return launch(BrowserFinder.onThisMachine().find(choice), choice, LaunchDirectory.parent());
    }

    static FirefoxBrowser launch(Path binary, BrowserChoice choice, Path parent) throws BrowserException {
        BrowserProcess process = BrowserProcess.start(binary, parent, new FirefoxLaunch());
        try {
            process.removeAbandoned();
            FirefoxBrowser browser =
                    connect(BrowserSocket.local(process.awaitSocket()), Optional.empty(), choice, process);
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
    public static FirefoxBrowser over(BrowserSocket socket, String version, BrowserChoice choice, BrowserHost host)
            throws BrowserException {
        return connect(socket, Optional.of(version), choice, host);
    }

    private static FirefoxBrowser connect(
            BrowserSocket socket, Optional<String> begun, BrowserChoice choice, BrowserHost host)
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
            TabOpener tabs = new TabOpener(connection, router, choice);
            return new FirefoxBrowser("Firefox " + version, choice, host, connection, tabs);
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

    @Override
    public String description() {
        return title + " (" + host.place() + ")";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        return inTab(request.url(), request.session(), (place, contexts) -> visit(request, place, contexts));
    }

    @Override
    public LogInResult logIn(LogInRequest request) throws BrowserException {
        return inTab(request.page(), request.before(), (place, contexts) -> {
            ProfileSession profile = new ProfileSession(connection, place);
            return new LogIn(
                            new BidiLogInTab(connection, place, profile, () -> {
                                VisitEvents visited = VisitEvents.ofLogIn(request.page(), new FirefoxMessages());
                                TabEvents events = watch(place, contexts, visited);
                                return new Scene(new BidiTab(connection, place, events), visited);
                            }),
                            request)
                    .run();
        });
    }

    /** Does something in a tab with a profile of its own, which ends with it. */
    private <T> T inTab(URI page, Session session, InTab<T> what) throws BrowserException {
        try {
            TabContexts contexts = new TabContexts(connection, OriginHeaders.of(choice, page));
            TabPlace place = tabs.open(contexts);
            try {
                new ProfileSession(connection, place).put(session);
                return what.done(place, contexts);
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

    private TabEvents watch(TabPlace place, TabContexts contexts, VisitEvents visited) {
        TabEvents events = new TabEvents(place.context(), visited);
        contexts.tell(events);
        if (!connection.isOpen()) {
            events.breakOff();
        }
        return events;
    }

    private BrowserVisit visit(VisitRequest request, TabPlace place, TabContexts contexts)
            throws CommandException, InterruptedException {
        VisitEvents visited = new VisitEvents(request, new FirefoxMessages());
        TabEvents events = watch(place, contexts, visited);
        BrowserVisit visit = new PageVisit(new BidiTab(connection, place, events), request, visited).run();
        if (visit.ending() == Ending.HUNG || visit.ending() == Ending.NOT_NAVIGATED) {
            // Is it the page that is silent, or the browser?
            connection.call("session.status", Map.of(), SIGN_OF_LIFE);
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
        T done(TabPlace place, TabContexts contexts) throws CommandException, InterruptedException;
    }
}
