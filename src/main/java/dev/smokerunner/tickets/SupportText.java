package dev.smokerunner.tickets;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An incident in words that support can pass on: what customers see, since when, who is on it. Nothing that a page or a customer
 * wrote is in it, only what the config says and what kind of trouble it is.
 */
final class SupportText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Whoever asks for more is told by the developers. */
    private static final int MOST_SYMPTOMS = 3;

    private SupportText() {}

    static String subject(Alert alert) {
        return "Sev " + alert.severity().level() + ": customers have trouble with "
                + alert.site().shown();
    }

    /** What stands in the ticket first, or is added to it later. */
    static String body(Alert alert, boolean isFirst) {
        String text =
                switch (alert.kind()) {
                    case OPENED, CHANGED -> isFirst ? first(alert) : changed(alert);
                    case RESOLVED -> over(alert);
                    case TEST -> "";
                };
        return text + "\n\nReference: " + SupportTicket.reference(alert);
    }

    private static String first(Alert alert) {
        return "Customers have trouble with " + alert.site().shown() + ", "
                + alert.site().target()
                + "\n\nWhat they see: " + symptoms(alert)
                + "\nSince: " + time(alert.since())
                + "\nHow bad: Sev " + alert.severity().level() + ", " + weight(alert.severity())
                + "\nWho is on it: " + alert.site().owner().orElse("the developers of the page")
                + alert.incident().map(page -> "\nWhere to follow it: " + page).orElse("")
                + "\n\nWhat to tell customers: we know of it, and are working on it. This is the problem that their tickets can"
                + " be linked to as incidents. When it is over, it is written here.";
    }

    private static String changed(Alert alert) {
        return "It is not over, and has changed. It is Sev " + alert.severity().level() + " now, "
                + weight(alert.severity())
                + "\nWhat customers see: " + symptoms(alert);
    }

    private static String over(Alert alert) {
        return "It is over since " + time(alert.at()) + ", after "
                + DurationWords.of(Duration.between(alert.since(), alert.at()))
                + ".\nWhat to tell customers: it works again; whoever still has the page open should reload it.";
    }

    private static String weight(Severity severity) {
        return severity == Severity.SEV1
                ? "customers cannot use the page"
                : "a part of the page that matters does not work for customers";
    }

    private static String symptoms(Alert alert) {
        List<String> seen = alert.troubles().stream()
                .map(trouble -> symptom(trouble.kind()))
                .distinct()
                .limit(MOST_SYMPTOMS)
                .toList();
        return seen.isEmpty() ? symptom("") : seen.stream().collect(Collectors.joining("; "));
    }

    /** What a kind of trouble looks like to who only has a browser. */
    private static String symptom(String kind) {
        if (kind.contains("slow") || kind.startsWith("load-") || kind.startsWith("response-time")) {
            return "the page is slow";
        }
        return switch (kind.replaceFirst("-.*", "")) {
            case "page", "document" -> "the page does not open, or is not as it should be";
            case "asset", "script", "body", "blocked", "integrity", "drawing", "release" ->
                "a part of the page does not load, so that something on it may not work";
            case "call" -> "the page does not get its data";
            case "element" -> "something that customers need is not shown";
            case "support" -> "more customers than usual write to us about it";
            case "requests" -> "fewer customers than usual get through to it";
            default -> "something on the page does not work as it should";
        };
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
