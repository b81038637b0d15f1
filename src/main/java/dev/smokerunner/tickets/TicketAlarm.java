package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.release.Release;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tickets that mean that a site is broken, in words that hold nothing of what customers wrote but a subject that may be shown.
 *
 * @param reason why they mean it
 * @param severity how bad it seems: many are worse than one that only fits to something else
 * @param tickets which, the first one first; one or more
 * @param usual how many come in a window on average
 * @param within the length of a window
 * @param release the release that they follow; absent where that is not the reason
 */
public record TicketAlarm(
        Reason reason,
        Severity severity,
        List<Arrival> tickets,
        double usual,
        Duration within,
        Optional<Release> release) {
    /** Whoever wants more opens Zendesk. */
    private static final int MOST_NAMED = 10;

    private static final int LONGEST_SUBJECT = 80;

    /** Why tickets mean something. */
    public enum Reason {
        /** More than chance brings. */
        MORE_THAN_USUAL,
        /** As many as the config says are too many. */
        AS_MANY_AS_ASKED,
        /** They came while something else saw the site fail. */
        WHILE_FAILING,
        /** They came soon after a release, and are rare otherwise. */
        AFTER_RELEASE
    }

    /** Copies the list; rejects none. */
    public TicketAlarm {
        requireNonNull(reason);
        requireNonNull(severity);
        tickets = List.copyOf(tickets);
        requireNonNull(release);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("an alarm without a ticket");
        }
    }

    TicketAlarm(Reason reason, Severity severity, List<Arrival> tickets, double usual, Duration within) {
        this(reason, severity, tickets, usual, within, Optional.empty());
    }

    TicketAlarm after(Release one) {
        return new TicketAlarm(reason, severity, tickets, usual, within, Optional.of(one));
    }

    /** What happened, in one line. */
    public String summary() {
        String count = tickets.size() + (tickets.size() == 1 ? " support ticket" : " support tickets");
        return switch (reason) {
            case MORE_THAN_USUAL ->
                count + " within " + DurationWords.of(within) + "; usual are "
                        + String.format(Locale.ROOT, "%.1f", usual);
            case AS_MANY_AS_ASKED -> count + " within " + DurationWords.of(within);
            case WHILE_FAILING -> count + " came while the site fails";
            case AFTER_RELEASE -> count + " came " + sinceRelease();
        };
    }

    private String sinceRelease() {
        return release.map(one -> "within "
                        + DurationWords.of(Duration.between(
                                one.at(), tickets.get(tickets.size() - 1).at()))
                        + " after release " + one.version())
                .orElse("after a release");
    }

    /** What to do, in one line, with the tickets by number, and by subject where that may be shown. */
    public String hint() {
        String more = tickets.size() > MOST_NAMED ? " and " + (tickets.size() - MOST_NAMED) + " more" : "";
        return "ask support what customers see: "
                + tickets.stream().limit(MOST_NAMED).map(TicketAlarm::name).collect(Collectors.joining(", "))
                + more;
    }

    private static String name(Arrival ticket) {
        return "#" + ticket.number()
                + ticket.subject().map(text -> " \"" + shown(text) + "\"").orElse("");
    }

    /** On one line, and not longer than such a line may be. */
    static String shown(String subject) {
        String line = subject.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
