package dev.smokerunner.config;

import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.anomaly.season.WallClock;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;

/** Reads what of a site's numbers is judged. */
final class AnomalyReader {

    private AnomalyReader() {}

    static AnomalyPlan read(ConfigNode anomalies) {
        WallClock clock = new WallClock(
                anomalies.get("zone").read(AnomalyReader::zone).orElse(ZoneOffset.UTC),
                new HashSet<>(anomalies.get("holidays").readAll(AnomalyReader::day)));
        if (anomalies.get("off").flag(false)) {
            return AnomalyPlan.OFF;
        }
        return new AnomalyPlan(
                anomalies.get("response-times").flag(AnomalyPlan.USUAL.responseTimes()),
                anomalies.get("requests").flag(AnomalyPlan.USUAL.requests()),
                anomalies.get("graphite").readAll(AnomalyReader::target),
                clock);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time zone such as Europe/Berlin", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date such as 2026-12-25", e);
        }
    }

    private static String target(String text) {
        URI url = SiteUrl.parse(text);
        if (url.getQuery() == null || !url.getQuery().contains("target=")) {
            throw new IllegalArgumentException(
                    "a render request of Graphite, such as https://graphite.example.com/render?target=NAME&from=-5weeks");
        }
        return text;
    }
}
