package dev.smokerunner.status;

import dev.smokerunner.traffic.Beacons;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Consumer;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/** The status page of a monitor, over HTTP. */
public final class StatusServer implements AutoCloseable {
    /** A release's note is some hundred bytes, a log-in fewer. */
    private static final long LARGEST_REQUEST = 16L * 1024;

    /** Each may take a thread and some buffers; who comes later waits until one is closed. */
    private static final int MOST_CONNECTIONS = 2_000;

    private static final String EVENTS = "/events";

    private final Javalin javalin;
    private final LiveEvents events;
    private final String host;

    private StatusServer(Javalin javalin, LiveEvents events, String host) {
        this.javalin = javalin;
        this.events = events;
        this.host = host;
    }

    /** The page of a monitor that takes no beacons, and whose problems nobody is told. */
    public static StatusServer start(StatusOptions options, StatusHistory history, Clock clock) throws IOException {
        return start(options, history, Beacons.none(clock), clock, problem -> {});
    }

    /**
     * Begins to answer.
     *
     * @param options where, and for whom
     * @param history what it shows
     * @param beacons counts what visitors' browsers say
     * @param clock says how old that is
     * @param problems is told what cannot be answered, and why
     * @throws IOException if nothing can listen there; the message says why
     */
    public static StatusServer start(
            StatusOptions options, StatusHistory history, Beacons beacons, Clock clock, Consumer<String> problems)
            throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            throw new IOException("expected a name or an address of this machine, got " + options.host(), e);
        }
        LiveEvents events = new LiveEvents(history.sites()::change);
        StatusRoutes routes = new StatusRoutes(
                history,
                new Availability(history.rounds()),
                new LastDay(history.rounds()),
                new StateJson(history),
                new MetricsText(history, beacons),
                clock,
                clock.instant(),
                problems);
        Javalin javalin = Javalin.create(config -> {
            settle(config);
            new BeaconRoutes(beacons).add(config.routes);
            new Gate(Access.of(options, address)).guard(config.routes);
            routes.add(config.routes);
            config.routes.before(EVENTS, events::admit);
            config.routes.sse(EVENTS, events::add);
        });
        try {
            javalin.start(address.getHostAddress(), options.port());
        } catch (JavalinBindException e) {
            events.close();
            javalin.stop();
            throw new IOException(
                    "cannot listen at " + options.host() + ":" + options.port()
                            + ", which another program may have taken",
                    e);
        }
        return new StatusServer(javalin, events, options.host());
    }

    private static void settle(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.modifyServer(server -> server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server)));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
    }

    /** The address of the first page. */
    public URI address() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port() + "/");
    }

    /** Answers no more; requests in progress end. */
    @Override
    public void close() {
        events.close();
        javalin.stop();
    }
}
