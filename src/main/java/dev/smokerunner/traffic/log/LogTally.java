package dev.smokerunner.traffic.log;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Measure;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.PageGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the lines of one log for all sites that are served by it. Of one thread. */
final class LogTally {
    /** What is older is forgotten by the history at once. */
    private static final Duration OLDEST = Duration.ofDays(35);
    /** Clocks of servers differ by less. */
    private static final Duration EARLIEST = Duration.ofHours(1);

    private final List<Counted> sites;
    private final Instant oldest;
    private final Instant newest;
    private final LogLines lines = new LogLines();
    private Map<CountKey, Long> counts = new HashMap<>();
    private Set<Instant> minutes = new HashSet<>();
    private LogSummary all = LogSummary.NONE;
    private long read;
    private long counted;
    private long elsewhere;
    private long robots;
    private long strange;
    private long old;

    private record Counted(String id, PageGroups groups, PageGroups.Lookup lookup) {}

    LogTally(List<CountedSite> sites, Instant now) {
        this.sites = sites.stream()
                .map(site -> new Counted(
                        site.id(),
                        site.settings().groups(),
                        site.settings().groups().lookup()))
                .toList();
        this.oldest = now.minus(OLDEST);
        this.newest = now.plus(EARLIEST);
    }

    /** Takes note of what a line says of the lines after it; it is not counted. */
    void remark(String line) {
        lines.isRemark(line);
    }

    void add(LineReader reader) {
        if (reader.isSkipped()) {
            read++;
            strange++;
        } else if (!lines.isRemark(reader.line())) {
            read++;
            add(reader.line());
        }
    }

    private void add(String line) {
        Optional<LogEntry> entry = lines.read(line);
        if (entry.isEmpty()) {
            strange++;
        } else if (entry.get().minute().isBefore(oldest) || entry.get().minute().isAfter(newest)) {
            old++;
        } else if (line.contains("HeadlessChrome") || line.contains("smoke-runner")) {
            robots++;
        } else {
            add(entry.get());
        }
    }

    private void add(LogEntry entry) {
        minutes.add(entry.minute());
        boolean isOfOne = false;
        for (Counted site : sites) {
            Optional<String> group =
                    entry.path().isEmpty() ? Optional.empty() : site.lookup.ofRequest(entry.host(), entry.path());
            if (group.isPresent()) {
                isOfOne = true;
                counted++;
                count(site.id, group.get(), Measure.REQUESTS, entry.minute(), 1);
                if (entry.hasFailed()) {
                    count(site.id, group.get(), Measure.FAILED_REQUESTS, entry.minute(), 1);
                }
            }
        }
        elsewhere += isOfOne ? 0 : 1;
    }

    private void count(String site, String group, Measure measure, Instant minute, long amount) {
        counts.merge(new CountKey(site, group, measure, minute), amount, Long::sum);
    }

    /** How many lines and minutes wait to be written down. */
    long size() {
        return read + (long) minutes.size() * sites.size();
    }

    /** Takes out what was counted: of each minute that a line is of, also what nobody asked for. */
    Map<CountKey, Long> take() {
        for (Instant minute : minutes) {
            for (Counted site : sites) {
                for (String group : site.groups.names()) {
                    count(site.id, group, Measure.REQUESTS, minute, 0);
                    count(site.id, group, Measure.FAILED_REQUESTS, minute, 0);
                }
            }
        }
        Map<CountKey, Long> taken = counts;
        all = all.and(new LogSummary(read, counted, elsewhere, robots, strange, old));
        counts = new HashMap<>();
        minutes = new HashSet<>();
        read = 0;
        counted = 0;
        elsewhere = 0;
        robots = 0;
        strange = 0;
        old = 0;
        return taken;
    }

    /** What came of all lines that were taken out. */
    LogSummary summary() {
        return all;
    }
}
