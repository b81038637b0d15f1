package dev.smokerunner.config;

import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.schedule.SiteSchedule;
import dev.smokerunner.secret.Secret;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads how a site is watched. */
final class MonitorReader {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private MonitorReader() {}

    static SiteSchedule read(ConfigNode monitor) {
        Duration every = monitor.get("every").read(MonitorReader::pace).orElse(SiteSchedule.USUAL.every());
        List<String> from = places(monitor.get("from"));
        IncidentRules usual = IncidentRules.USUAL;
        return new SiteSchedule(
                every,
                new IncidentRules(
                        monitor.get("confirm").number(usual.confirm()),
                        monitor.get("recover").number(usual.recover()),
                        agreement(monitor.get("fail-when"), from),
                        monitor.get("unknown-after").number(usual.unknownAfter()),
                        SiteSchedule.forgetting(every)),
                from,
                monitor.get("maintenance").items().stream()
                        .flatMap(window -> MaintenanceReader.read(window).stream())
                        .toList(),
                monitor.get("heartbeat").read(SiteUrl::parse).map(url -> new Secret(url.toString())));
    }

    private static Duration pace(String text) {
        Duration every = DurationText.parse(text);
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a duration from 1s to 24h, such as 60s");
        }
        return every;
    }

    private static List<String> places(ConfigNode from) {
        Set<String> places = new LinkedHashSet<>();
        for (ConfigNode place : from.items()) {
            place.text().filter(name -> !places.add(name)).ifPresent(name -> place.refuse("each place once"));
        }
        return List.copyOf(places);
    }

    /** How many places must agree; one where more are asked for than there are. */
    private static int agreement(ConfigNode entry, List<String> from) {
        int places = Math.max(1, from.size());
        int asked = entry.number(1);
        if (asked <= places) {
            return asked;
        }
        String expected =
                from.isEmpty() ? "1, because from names no places" : "at most " + places + ", as many as from names";
        entry.add("expected " + expected + ", got the number " + asked);
        return 1;
    }
}
