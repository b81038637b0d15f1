package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chrome, Chromium or Edge over WebDriver BiDi: one process for the whole run, a fresh profile for each visit. */
public final class ChromiumBrowser implements Browser {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final List<String> STANDARD_EVENTS = List.of("browsingContext", "network", "log.entryAdded");
    private static final List<String> CHROMIUM_EVENTS = List.of(
            "goog:cdp.Log.entryAdded",
            "goog:cdp.Runtime.exceptionThrown",
            "goog:cdp.Inspector.targetCrashed",
            "goog:cdp.Network.responseReceivedExtraInfo");

    /** A driver takes a free port of IPv6 and then the same of IPv4, which on a busy machine another may have. */
    private static final String NO_PORT = "port not available";

    private static final int MOST_STARTS = 5;

    private final String title;
    private final Path binary;
    private final BrowserChoice choice;
    private final LaunchDirectory directory;
    private final DriverProcess driver;
    private final BidiConnection connection;
    private final EventRouter router;
    private final Thread hook = new Thread(this::end, "smoke-runner-browser-end");
    private boolean ended;

    private ChromiumBrowser(
            String title,
            Path binary,
            BrowserChoice choice,
            LaunchDirectory directory,
            DriverProcess driver,
            BidiConnection connection,
            EventRouter router) {
        this.title = title;
        this.binary = binary;
        this.choice = choice;
        this.directory = directory;
        this.driver = driver;
        this.connection = connection;
        this.router = router;
    }

    /**
     * Finds and starts a browser; it is ended by {@link #close}, and by the end of this process however that comes.
     *
     * @throws BrowserTrouble if there is none or it does not start
     */
    public static ChromiumBrowser launch(BrowserChoice choice) throws BrowserTrouble {
        BrowserFinder finder = BrowserFinder.onThisMachine();
        Path parent = LaunchDirectory.parent();
        Optional<FoundBrowser> guess = finder.guess(choice);
        if (guess.isEmpty()) {
            return launch(finder.find(choice), choice, parent);
        }
        try {
            return launch(guess.get(), choice, parent);
        } catch (BrowserTrouble trouble) {
            FoundBrowser found = finder.find(choice);
            if (found.isSameAs(guess.get())) {
                throw new BrowserTrouble(found.title() + ": " + trouble.getMessage(), trouble);
            }
            return launch(found, choice, parent);
        }
    }

    static ChromiumBrowser launch(FoundBrowser found, BrowserChoice choice, Path parent) throws BrowserTrouble {
        LaunchDirectory.removeAbandoned(parent);
        for (int attempt = 1; ; attempt++) {
            try {
                return launchOnce(found, choice, parent);
            } catch (BrowserTrouble trouble) {
                boolean mayPass = String.valueOf(trouble.getMessage()).contains(NO_PORT);
                if (!mayPass || attempt == MOST_STARTS) {
                    throw trouble;
                }
            }
        }
    }

    private static ChromiumBrowser launchOnce(FoundBrowser found, BrowserChoice choice, Path parent)
            throws BrowserTrouble {
        LaunchDirectory directory;
        try {
            directory = LaunchDirectory.create(parent);
        } catch (IOException full) {
            throw new BrowserTrouble(
                    "no temporary directory could be made in " + parent + ": " + full.getMessage(), full);
        }
        try {
            return start(found, choice, directory);
        } catch (BrowserTrouble trouble) {
            directory.delete();
            throw trouble;
        }
    }

    private static ChromiumBrowser start(FoundBrowser found, BrowserChoice choice, LaunchDirectory directory)
            throws BrowserTrouble {
        DriverProcess driver = DriverProcess.start(found.driver(), directory);
        try {
            HttpClient client = DriverClient.create();
            DriverSession session = DriverSession.start(found, choice, client, driver.url(), directory);
            driver.rememberFamily();
            EventRouter router = new EventRouter();
            BidiConnection connection = BidiConnection.open(client, session.socket(), router::route);
            connection.onClosed(router::breakOff);
            // The socket does not always tell that the other end has died.
            driver.onEnd(connection::close);
            connection.call("session.subscribe", Map.of("events", STANDARD_EVENTS), ANSWER);
            // Refused by what is not Chromium; then there is just less to tell.
            connection.tell("session.subscribe", Map.of("events", CHROMIUM_EVENTS));
            ChromiumBrowser browser =
                    new ChromiumBrowser(session.title(), found.binary(), choice, directory, driver, connection, router);
            Runtime.getRuntime().addShutdownHook(browser.hook);
            return browser;
        } catch (BrowserTrouble trouble) {
            driver.close();
            throw trouble;
        } catch (BidiException failed) {
            driver.close();
            throw new BrowserTrouble(
                    found.description() + " did not answer after its start: " + failed.getMessage(), failed);
        }
    }

    @Override
    public String description() {
        return title + " (" + binary + ")";
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserTrouble {
        try {
            Tab tab = new TabOpener(connection, choice).open();
            try {
                return visit(request, tab);
            } finally {
                router.remove(tab);
                connection.tell("browser.removeUserContext", profile(tab));
            }
        } catch (BidiException failed) {
            throw new BrowserTrouble(trouble(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserTrouble("the visit of " + request.url() + " was interrupted", interrupted);
        }
    }

    private BrowserVisit visit(VisitRequest request, Tab tab) throws BidiException, InterruptedException {
        Optional<OriginHeaders> headers = OriginHeaders.of(connection, choice, request.url());
        if (headers.isPresent()) {
            connection.call("network.addIntercept", headers.get().intercept(tab), ANSWER);
        }
        VisitEvents events = new VisitEvents(tab, request, System.nanoTime());
        router.add(tab, new VisitListener(events, headers));
        if (!connection.isOpen()) {
            events.breakOff();
        }
        BrowserVisit visit = new PageVisit(connection, tab, request, events).run();
        if (visit.ending() == Ending.HUNG || visit.ending() == Ending.NOT_NAVIGATED) {
            // Is it the page that is silent, or the browser? With the page gone it must answer.
            connection.call("browser.removeUserContext", profile(tab), SIGN_OF_LIFE);
        }
        return visit;
    }

    private static Map<String, String> profile(Tab tab) {
        return Map.of("userContext", tab.userContext());
    }

    private String trouble(BidiException failure) {
        String what =
                switch (failure.kind()) {
                    case CLOSED ->
                        driver.isAlive()
                                ? "the browser ended during the visit"
                                : "the browser's driver ended during the visit";
                    case TIMED_OUT -> "the browser does not answer";
                    case REFUSED -> "the browser refused a command";
                };
        return what + " (" + title + "): " + failure.getMessage();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs, or is about to.
        }
    }

    /**
     * Kills instead of asking: the profile is thrown away, so there is nothing that an orderly end would save, and a page
     * or a browser that hangs cannot delay it. Who comes second waits for the first, so that the end of this process waits
     * for a browser that is just being closed.
     */
    private synchronized void end() {
        if (!ended) {
            ended = true;
            connection.close();
            driver.close();
            directory.delete();
        }
    }

    /** Tells what happens to the record of a visit and to who adds headers to its requests. */
    private record VisitListener(VisitEvents events, Optional<OriginHeaders> headers) implements EventRouter.Listener {
        @Override
        public void accept(BidiEvent event) {
            events.accept(event);
            headers.ifPresent(added -> added.accept(event));
        }

        @Override
        public void breakOff() {
            events.breakOff();
        }
    }
}
