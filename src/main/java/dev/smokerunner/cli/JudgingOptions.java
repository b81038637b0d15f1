package dev.smokerunner.cli;

import dev.smokerunner.anomaly.Measure;
import dev.smokerunner.anomaly.Release;
import dev.smokerunner.anomaly.Settings;
import dev.smokerunner.anomaly.season.WallClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is known of a series besides its numbers. */
final class JudgingOptions {
    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = {
                "what the numbers are: counts, times (in ms) or values;",
                "default times where the series is called so, counts where all are whole, else values"
            })
    private Optional<String> measure = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "where the visitors live, such as Europe/Berlin (default ${DEFAULT-VALUE})")
    private String zone = "UTC";

    @Option(names = "--holiday", paramLabel = "DATE", split = ",", description = "such as 2026-12-25; several possible")
    private List<String> holidays = new ArrayList<>();

    @Option(
            names = "--release",
            paramLabel = "TIME[=VERSION]",
            description = "when a new version went live, such as 2026-11-28T10:00:00Z=2.4.1; several possible")
    private List<String> releases = new ArrayList<>();

    @Option(
            names = "--change",
            paramLabel = "PERCENT",
            description = "so much must have changed to be worth a word (default counts 40, times 50, values 30)")
    private Optional<Integer> change = Optional.empty();

    /** Says what is wrong with them; the others may be asked only where nothing is. */
    void refuseNonsense(List<String> problems) {
        if (measure.isPresent() && measure().isEmpty()) {
            problems.add("--measure: expected counts, times or values, got " + measure.get());
        }
        if (change.filter(percent -> percent < 1 || percent > 1000).isPresent()) {
            problems.add("--change: expected 1 to 1000, got " + change.get());
        }
        check(problems, "--zone: expected a time zone such as Europe/Berlin", zone, ZoneId::of);
        holidays.forEach(
                day -> check(problems, "--holiday: expected a date such as 2026-12-25", day, LocalDate::parse));
        releases.forEach(one -> check(
                problems,
                "--release: expected a time with a zone, such as 2026-11-28T10:00:00Z=2.4.1",
                one,
                JudgingOptions::release));
    }

    private interface Parser {
        Object parse(String text);
    }

    private static void check(List<String> problems, String expected, String text, Parser parser) {
        try {
            parser.parse(text);
        } catch (DateTimeException e) {
            problems.add(expected + ", got " + text);
        }
    }

    Optional<Measure> measure() {
        return measure.flatMap(text -> Arrays.stream(Measure.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst());
    }

    WallClock clock() {
        Set<LocalDate> days = new HashSet<>();
        holidays.forEach(day -> days.add(LocalDate.parse(day)));
        return new WallClock(ZoneId.of(zone), days);
    }

    List<Release> releases() {
        return releases.stream().map(JudgingOptions::release).toList();
    }

    Settings settings(Measure of) {
        Settings usual = Settings.of(of, clock());
        return new Settings(
                of,
                usual.clock(),
                change.map(percent -> percent / 100.0).orElse(usual.leastChange()),
                usual.confirm(),
                usual.recover());
    }

    private static Release release(String text) {
        int end = text.indexOf('=');
        String at = end < 0 ? text : text.substring(0, end);
        return new Release(OffsetDateTime.parse(at).toInstant(), end < 0 ? "of " + at : text.substring(end + 1));
    }
}
