package dev.smokerunner.alert;

import dev.smokerunner.result.DurationWords;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An alert in plain words, the same on every channel. */
public final class AlertText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** A telephone shows no more of a notification, and what is cut is in the text below it. */
    private static final int LONGEST_MESSAGE = 200;
    /** Whoever needs more opens the report. */
    private static final int MOST_TROUBLES = 5;

    private static final int MOST_LINKS = 5;

    private AlertText() {}

    /** The one line that a telephone shows. */
    public static String title(Alert alert) {
        String first =
                alert.troubles().isEmpty() ? "" : cut(alert.troubles().get(0).message());
        String site = alert.site().shown();
        String more = alert.troubles().size() > 1 ? " (and " + (alert.troubles().size() - 1) + " more)" : "";
        return switch (alert.kind()) {
            case OPENED -> "Sev " + alert.severity().level() + " " + site + ": " + first + more;
            case CHANGED -> "Sev " + alert.severity().level() + " " + site + ", changed: " + first + more;
            case RESOLVED -> "Over: " + site + ": " + first + more;
            case TEST -> "Test of alerts: " + site + ": nothing is wrong";
        };
    }

    /** All that there is to say, a line each, without the title. */
    public static List<String> lines(Alert alert) {
        List<String> lines = new ArrayList<>();
        alert.troubles().stream().limit(MOST_TROUBLES).forEach(trouble -> {
            lines.add("Sev " + trouble.severity().level() + ": " + trouble.message());
            trouble.where().ifPresent(where -> lines.add("  at " + where));
            trouble.hint().ifPresent(hint -> lines.add("  hint: " + hint));
            trouble.links().stream().limit(MOST_LINKS).forEach(link -> lines.add("  see " + link));
        });
        if (alert.troubles().size() > MOST_TROUBLES) {
            lines.add("and " + (alert.troubles().size() - MOST_TROUBLES) + " more");
        }
        lines.add("Site: " + alert.site().target());
        lines.add(times(alert));
        if (!alert.confirmation().isEmpty()) {
            lines.add("Confirmed: " + alert.confirmation());
        }
        alert.changes().forEach(change -> lines.add("Changed lately: " + change));
        alert.site().owner().ifPresent(owner -> lines.add("Owner: " + owner));
        alert.site().runbook().ifPresent(runbook -> lines.add("Runbook: " + runbook));
        alert.report().map(URI::toString).ifPresent(report -> lines.add("Report: " + report));
        alert.screenshot().map(URI::toString).ifPresent(picture -> lines.add("Screenshot: " + picture));
        alert.incident().map(URI::toString).ifPresent(incident -> lines.add("Incident: " + incident));
        return lines;
    }

    private static String times(Alert alert) {
        String since = "Since: " + time(alert.since());
        return alert.kind() == Alert.Kind.RESOLVED
                ? since + ", over at " + time(alert.at()) + ", after "
                        + DurationWords.of(Duration.between(alert.since(), alert.at()))
                : since;
    }

    /** A time as people read it. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** A text of at most so many characters. */
    static String cut(String text, int longest) {
        int end = Math.min(longest - 1, text.length());
        return text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String cut(String text) {
        return cut(text, LONGEST_MESSAGE);
    }
}
