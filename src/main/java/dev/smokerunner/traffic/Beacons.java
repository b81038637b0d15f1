package dev.smokerunner.traffic;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts.ErrorKey;
import dev.smokerunner.history.Measure;
import dev.smokerunner.traffic.Beacon.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what visitors' browsers say. Called by many threads at once; it takes no more memory the more they say. */
public final class Beacons {
    /** The most of a site in a second. The busiest of all sites have as many views; more is a mistake or meant to harm. */
    static final int MOST_A_SECOND = 5_000;

    private final Supplier<Collection<CountedSite>> sites;
    private final Clock clock;
    private final CountBuffer buffer = new CountBuffer();
    private final Map<String, SecondLimit> limits = new ConcurrentHashMap<>();
    private final Map<Outcome, Long> outcomes = new ConcurrentHashMap<>();

    /**
     * Nothing is counted yet.
     *
     * @param sites the sites that are watched now
     * @param clock tells the minute
     */
    public Beacons(Supplier<Collection<CountedSite>> sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** Those of a monitor that counts none. */
    public static Beacons none(Clock clock) {
        return new Beacons(List::of, clock);
    }

    /** Counts one. */
    public Outcome take(Beacon beacon) {
        Outcome outcome = outcome(beacon);
        outcomes.merge(outcome, 1L, Long::sum);
        return outcome;
    }

    private Outcome outcome(Beacon beacon) {
        List<CountedSite> called = sites.get().stream()
                .filter(one -> one.settings().beacons() && one.isCalled(beacon.site()))
                .toList();
        if (called.size() != 1) {
            return called.isEmpty() ? Outcome.UNKNOWN_SITE : Outcome.UNCLEAR_SITE;
        }
        CountedSite site = called.get(0);
        if (beacon.isOfRobot()) {
            return Outcome.ROBOT;
        }
        Instant now = clock.instant();
        String id = site.id();
        if (!limits.computeIfAbsent(id, any -> new SecondLimit(MOST_A_SECOND)).allows(now.getEpochSecond())) {
            return Outcome.DROPPED;
        }
        String group = site.settings().groups().ofPage(beacon.page());
        buffer.add(new CountKey(id, group, beacon.isError() ? Measure.ERRORS : Measure.VIEWS, now), 1);
        if (beacon.isError()) {
            buffer.add(new ErrorKey(id, beacon.fingerprint(), now), 1);
        }
        return Outcome.COUNTED;
    }

    /** How many there were since the monitor began, by what came of them. */
    public Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        return counts;
    }

    /** Says that this minute is counted, also of sites at which nobody looks. */
    private void begin(Instant now) {
        for (CountedSite site : sites.get()) {
            if (site.settings().beacons()) {
                for (String group : site.settings().groups().names()) {
                    buffer.add(new CountKey(site.id(), group, Measure.VIEWS, now), 0);
                    buffer.add(new CountKey(site.id(), group, Measure.ERRORS, now), 0);
                }
            }
        }
    }

    /**
     * Writes down what was counted since the last time; what cannot be written is kept for the next.
     *
     * @return what found no room since the last time
     */
    public long writeTo(CountBook book) {
        begin(clock.instant());
        CountBuffer.Content content = buffer.take();
        boolean isWritten = false;
        try {
            book.write(content.counts(), content.errors(), handle -> true);
            isWritten = true;
        } finally {
            if (!isWritten) {
                buffer.giveBack(content);
            }
        }
        return content.lost();
    }
}
