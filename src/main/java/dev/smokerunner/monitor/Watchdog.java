package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.result.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private volatile Instant lastEnd;
    private Alert.Kind news = Alert.Kind.RESOLVED;
    private Instant hangsSince;
    /** The channels that are still to be told of the news, by their names. */
    private Set<String> untold = new HashSet<>();
    /** The channels that know that it hangs. */
    private Set<String> alarmed = new HashSet<>();

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
        this.hangsSince = now;
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

    /**
     * Looks whether rounds end, and tells each channel once when they do not, and once when they do again; whom it did not reach is
     * told at the next look. Of one thread, and no round waits for what it sends.
     */
    void check(Instant now) {
        Optional<Duration> patience = patience();
        if (patience.isEmpty()) {
            return;
        }
        Instant last = lastEnd;
        boolean isOverdue = Duration.between(last, now).compareTo(patience.get()) > 0;
        boolean isNews = isOverdue != (news == Alert.Kind.OPENED);
        if (isNews && isOverdue) {
            news = Alert.Kind.OPENED;
            hangsSince = last;
            untold = new HashSet<>(channels().keySet());
            alarmed = new HashSet<>();
            log.problem(what());
        } else if (isNews) {
            news = Alert.Kind.RESOLVED;
            untold = alarmed;
            log.problem("rounds of the monitor end again");
        }
        tell(now, isNews);
    }

    private String what() {
        return "no round of the monitor on " + host + " has ended since " + hangsSince;
    }

    /** The quickest site's rounds, each within its time limit; absent where nothing is watched. */
    private Optional<Duration> patience() {
        return sites.get().stream()
                .map(site -> site.schedule().every().plus(site.plan().timeout()).multipliedBy(ROUNDS))
                .min(Duration::compareTo);
    }

    private Map<String, AlertChannel> channels() {
        Map<String, AlertChannel> channels = new TreeMap<>();
        sites.get().forEach(site -> site.alerts()
                .of(Severity.SEV2)
                .forEach(channel -> channels.putIfAbsent(channel.name(), channel)));
        return channels;
    }

    private void tell(Instant now, boolean isFirstTry) {
        channels().forEach((name, channel) -> {
            if (untold.contains(name)) {
                Delivery delivery = channel.tryToSend(alert(now));
                take(name, delivery, isFirstTry);
            }
        });
    }

    private void take(String name, Delivery delivery, boolean isFirstTry) {
        if (!(delivery instanceof Delivery.Delayed)) {
            untold.remove(name);
        }
        if (delivery instanceof Delivery.Delivered && news == Alert.Kind.OPENED) {
            alarmed.add(name);
        } else if (!(delivery instanceof Delivery.Delivered) && isFirstTry) {
            log.problem("and that did not reach " + name + ": " + delivery.words());
        }
    }

    private Alert alert(Instant now) {
        return new Alert(
                "smoke-monitor-" + host + "-" + news + "-" + hangsSince.toEpochMilli(),
                news,
                "smoke-monitor-" + host,
                new Alert.Site("smoke monitor", host, host, Optional.empty(), Optional.empty()),
                Severity.SEV2,
                hangsSince,
                now,
                "",
                List.of(new Alert.Trouble(
                        "monitor-hangs",
                        Severity.SEV2,
                        what(),
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
