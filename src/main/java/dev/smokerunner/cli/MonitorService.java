package dev.smokerunner.cli;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.monitor.DatabaseClock;
import dev.smokerunner.monitor.Monitor;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.MonitorOptions;
import dev.smokerunner.monitor.NetworkCheck;
import dev.smokerunner.monitor.RoundRunner;
import dev.smokerunner.monitor.SingleRound;
import dev.smokerunner.monitor.Telemetry;
import dev.smokerunner.monitor.WatchedConfigs;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import dev.smokerunner.monitor.WatchedSite;
import dev.smokerunner.status.StatusHistory;
import dev.smokerunner.status.StatusOptions;
import dev.smokerunner.status.StatusServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * What {@code smoke monitor} is made of, put together.
 *
 * @param application the machine's own clocks and runs
 * @param database what is remembered
 * @param watched what is watched
 * @param told is told what happens
 * @param options how it works, told so
 */
record MonitorService(
        Application application,
        HistoryDatabase database,
        WatchedConfigs watched,
        MonitorLog told,
        Function<MonitorLog, MonitorOptions> options) {

    /**
     * One round of all sites.
     *
     * @param addresses what answers while this machine's network is up
     * @return how many messages are given up or wait for a next try
     */
    int once(Reading first, List<InetSocketAddress> addresses) throws InterruptedException {
        DatabaseClock clock = clock();
        try (Rounds looks = application.rounds(clock);
                Telemetry telemetry = new Telemetry(database, this::sites, told, clock)) {
            MonitorOptions settings = options.apply(new TelemetryLog(told, telemetry));
            // Before the numbers are judged.
            telemetry.readLogs();
            return new SingleRound(database, settings, clock).of(first.sites(), rounds(looks, addresses, settings));
        }
    }

    /**
     * Watches until the process is told to end.
     *
     * @param page the status page; absent where nobody asked for one
     * @throws IOException if the page's address is not free
     */
    void watch(Reading first, List<InetSocketAddress> addresses, Optional<StatusOptions> page)
            throws IOException, InterruptedException {
        DatabaseClock clock = clock();
        try (Rounds looks = application.rounds(clock);
                Telemetry telemetry = new Telemetry(database, this::sites, told, clock)) {
            MonitorOptions settings = options.apply(new TelemetryLog(told, telemetry));
            Optional<StatusServer> server = Optional.empty();
            if (page.isPresent()) {
                server = Optional.of(StatusServer.start(
                        page.get(), StatusHistory.of(database), telemetry.beacons(), clock, told::problem));
                told.note("the status page is at " + server.get().address());
            }
            Monitor monitor = new Monitor(database, watched, rounds(looks, addresses, settings), settings, clock);
            atTheEnd(monitor, server, telemetry);
            telemetry.start();
            monitor.start(first);
            new CountDownLatch(1).await();
        }
    }

    private DatabaseClock clock() {
        return new DatabaseClock(database, application.system().clock());
    }

    private Collection<WatchedSite> sites() {
        return watched.sites().values();
    }

    private RoundRunner rounds(Rounds looks, List<InetSocketAddress> addresses, MonitorOptions settings) {
        return new RoundRunner(
                looks,
                new NetworkCheck(addresses, this::sites),
                settings.log(),
                application.system().nanoTime());
    }

    /** When the process is told to end, rounds in progress may end before it. */
    private static void atTheEnd(Monitor monitor, Optional<StatusServer> server, Telemetry telemetry) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            monitor.close();
                            server.ifPresent(StatusServer::close);
                            telemetry.close();
                        },
                        "smoke-monitor-end"));
    }
}
