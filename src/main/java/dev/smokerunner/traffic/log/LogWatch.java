package dev.smokerunner.traffic.log;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.LogPosition;
import dev.smokerunner.history.LogPositions;
import dev.smokerunner.history.Measure;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows the access logs of sites: files that grow, are renamed and packed, and folders to which new ones come. Each look counts what
 * is new. Of one thread.
 */
public final class LogWatch {
    /** A look takes minutes where much is new, or the database is away; after a day it is a machine that slept. */
    private static final Duration LONGEST_LOOK = Duration.ofDays(1);

    private final CountBook book;
    private final LogReader reader;
    private final Clock clock;
    private final Consumer<String> problems;
    private final Map<Path, LogFile> known = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private LogSummary all = LogSummary.NONE;
    private long strangeTold;
    private Instant lastMinute;

    /**
     * Knows what was read before.
     *
     * @param jdbi where that is kept
     * @param book where counts are written
     * @param clock tells the minute
     * @param isEnded whether to stop
     * @param problems is told what cannot be read, once
     */
    public LogWatch(Jdbi jdbi, CountBook book, Clock clock, BooleanSupplier isEnded, Consumer<String> problems) {
        this.book = book;
        this.reader = new LogReader(jdbi, book, clock, isEnded);
        this.clock = clock;
        this.problems = problems;
        this.lastMinute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        for (LogPosition position : new LogPositions(jdbi).all()) {
            Path path = Path.of(position.path());
            known.put(path, new LogFile(path, position.size(), position.modifiedAt()));
        }
    }

    /** Counts what is new in the logs of these sites. */
    public void look(Collection<CountedSite> sites) {
        Map<Path, List<CountedSite>> logs = logs(sites);
        Set<CountedSite> live = new HashSet<>();
        logs.forEach((path, itsSites) -> {
            if (look(path, itsSites)) {
                live.addAll(itsSites);
            }
        });
        known.keySet().removeIf(path -> !logs.containsKey(path));
        tellOfStrangeLines();
        endMinutes(live);
    }

    private Map<Path, List<CountedSite>> logs(Collection<CountedSite> sites) {
        Map<Path, List<CountedSite>> logs = new TreeMap<>();
        for (CountedSite site : sites) {
            for (String place : site.settings().logs()) {
                try {
                    List<Path> files = LogPlaces.files(place);
                    files.forEach(path ->
                            logs.computeIfAbsent(path, any -> new ArrayList<>()).add(site));
                    tellOfNone(place, files);
                } catch (IOException e) {
                    tell(place + ": its access logs cannot be listed: " + e);
                }
            }
        }
        return logs;
    }

    /** A log that was there and is being renamed is missing for a moment; one that was never there is named wrong, mostly. */
    private void tellOfNone(String place, List<Path> files) {
        if (!files.isEmpty()) {
            found.add(place);
        } else if (!found.contains(place)) {
            tell(place + ": expected access logs, found none; it is looked for again and again");
        }
    }

    /** Reads a file that changed; says whether it is one that grows, and is read to its end. */
    private boolean look(Path path, List<CountedSite> sites) {
        try {
            LogFile now = LogFile.of(path);
            if (!now.equals(known.get(path))) {
                readOn(now, sites.stream().distinct().toList());
                known.put(path, now);
            }
            return !now.isPacked();
        } catch (IOException gone) {
            // It was renamed or deleted since it was listed; the next look sees what became of it.
            return false;
        }
    }

    private void readOn(LogFile file, List<CountedSite> sites) {
        try {
            all = all.and(reader.read(file.path(), sites));
        } catch (IOException e) {
            tell(file.path() + ": this access log cannot be read on, and is tried again when it changes: " + e);
        }
    }

    private void tell(String problem) {
        if (told.add(problem)) {
            problems.accept(problem);
        }
    }

    private void tellOfStrangeLines() {
        if (all.strange() > strangeTold && told.add("strange")) {
            problems.accept("access logs: " + all.strange() + " of " + all.lines()
                    + " lines are of no format that is known, and are not counted; smoke traffic LOG -c CONFIG says how many"
                    + " in which file");
        }
        strangeTold = all.strange();
    }

    /** A log that grows and has no line of a minute says that nobody came. */
    private void endMinutes(Set<CountedSite> live) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.isAfter(lastMinute)) {
            return;
        }
        Map<CountKey, Long> none = new HashMap<>();
        Instant first = now.minus(LONGEST_LOOK).isAfter(lastMinute) ? now.minus(LONGEST_LOOK) : lastMinute;
        for (Instant minute = first; minute.isBefore(now); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            for (CountedSite site : live) {
                for (String group : site.settings().groups().names()) {
                    none.put(new CountKey(site.id(), group, Measure.REQUESTS, minute), 0L);
                    none.put(new CountKey(site.id(), group, Measure.FAILED_REQUESTS, minute), 0L);
                }
            }
        }
        book.write(none, Map.of(), handle -> true);
        lastMinute = now;
    }

    /** What came of all lines since this began. */
    public LogSummary summary() {
        return all;
    }
}
