package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.result.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells people when no round ends any more. It sends by itself, without the history and the scheduler, since these may be what
 * hangs.
 */
final class Watchdog {
    /** One round may be slow, and one may wait for it. */
    private static final int ROUNDS = 3;

    private final String host;
    private final Supplier<Collection<WatchedSite>> sites;
    private final MonitorLog log;
    private Instant lastEnd;
    private Optional<Instant> barkingSince = Optional.empty();

    /**
     * A watchdog.
     *
     * @param host the machine, for people
     * @param sites what is watched, and whose channels are told
     * @param log is told too
     * @param now when the monitor begins
     */
    Watchdog(String host, Supplier<Collection<WatchedSite>> sites, MonitorLog log, Instant now) {
        this.host = host;
        this.sites = sites;
        this.log = log;
        this.lastEnd = now;
    }

    /** A round ended, here or, as the history says, elsewhere. */
    synchronized void roundEnded(Instant at) {
        lastEnd = at.isAfter(lastEnd) ? at : lastEnd;
    }

    /**
     * Looks again and again, in a thread of its own: what hangs may be anything else.
     *
     * @param pause between two looks
     * @param isOver whether the monitor has ended
     */
    void start(Clock clock, Duration pause, BooleanSupplier isOver) {
        Thread thread = new Thread(
                () -> {
                    while (!isOver.getAsBoolean()) {
                        check(clock.instant());
                        try {
                            Thread.sleep(pause.toMillis());
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                "smoke-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks whether rounds end, and tells once when they do not, and once when they do again. */
    synchronized void check(Instant now) {
        Optional<Duration> patience = patience();
        if (patience.isEmpty()) {
            return;
        }
        boolean isOverdue = Duration.between(lastEnd, now).compareTo(patience.get()) > 0;
        if (isOverdue && barkingSince.isEmpty()) {
            barkingSince = Optional.of(lastEnd);
            tell(Alert.Kind.OPENED, now);
        } else if (!isOverdue && barkingSince.isPresent()) {
            tell(Alert.Kind.RESOLVED, now);
            barkingSince = Optional.empty();
        }
    }

    /** The quickest site's rounds, each within its time limit; absent where nothing is watched. */
    private Optional<Duration> patience() {
        return sites.get().stream()
                .map(site -> site.schedule().every().plus(site.plan().timeout()).multipliedBy(ROUNDS))
                .min(Duration::compareTo);
    }

    private void tell(Alert.Kind kind, Instant now) {
        String what = "no round of the monitor on " + host + " has ended since " + barkingSince.orElse(now);
        log.problem(kind == Alert.Kind.OPENED ? what : "rounds of the monitor end again");
        Map<String, AlertChannel> channels = new TreeMap<>();
        sites.get().forEach(site -> site.alerts()
                .of(Severity.SEV2)
                .forEach(channel -> channels.putIfAbsent(channel.name(), channel)));
        for (AlertChannel channel : channels.values()) {
            Delivery delivery = channel.send(alert(kind, what, now));
            if (!(delivery instanceof Delivery.Delivered)) {
                log.problem("and " + channel.name() + " does not take that: " + delivery);
            }
        }
    }

    private Alert alert(Alert.Kind kind, String what, Instant now) {
        return new Alert(
                "smoke-monitor-" + host + "-" + kind + "-"
                        + barkingSince.orElse(now).toEpochMilli(),
                kind,
                "smoke-monitor-" + host,
                new Alert.Site("smoke monitor", host, host, Optional.empty(), Optional.empty()),
                Severity.SEV2,
                barkingSince.orElse(now),
                now,
                "",
                List.of(new Alert.Trouble(
                        "monitor-hangs",
                        Severity.SEV2,
                        what,
                        Optional.empty(),
                        Optional.of(
                                "look at its log and at its database; start it anew. Until then nobody watches the sites"),
                        List.of())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
