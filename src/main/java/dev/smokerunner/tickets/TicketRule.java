package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.release.Release;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When tickets mean that a site is broken: more come in a window than usual, or one comes while the site fails, or soon after a
 * release where hardly any come otherwise.
 *
 * @param openAt so many in a window are too many; absent: more than the site's own usual number
 * @param within the length of a window, and how long a ticket counts after it was judged first
 * @param afterRelease how long after a release a ticket may be about it
 */
public record TicketRule(Optional<Integer> openAt, Duration within, Duration afterRelease) {
    /** More than usual within an hour; whoever meets a broken release writes within hours, if ever. */
    public static final TicketRule USUAL = new TicketRule(Optional.empty(), Duration.ofHours(1), Duration.ofHours(4));

    /** With windows of an hour about one false alarm a year. */
    private static final double IMPROBABLE = 1e-4;
    /** A ticket that is this rare and follows a release is worth a look. */
    private static final double RARE = 0.05;
    /** What came before a long break of the monitor is no news. */
    private static final Duration OLD = Duration.ofDays(1);

    /** Rejects windows of no length. */
    public TicketRule {
        requireNonNull(openAt);
        requireNonNull(afterRelease);
        if (within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException("a window of " + within);
        }
    }

    /**
     * What is known of a site when its tickets are judged.
     *
     * @param now when
     * @param arrivals its tickets of the past, in any order
     * @param from since when its tickets are known
     * @param failingSince since when checks and others than tickets see it fail; absent where they do not
     * @param release its last release; absent where nobody said when there was one
     */
    public record Situation(
            Instant now,
            List<Arrival> arrivals,
            Instant from,
            Optional<Instant> failingSince,
            Optional<Release> release) {
        /** Orders the arrivals by time. */
        public Situation {
            requireNonNull(now);
            arrivals = arrivals.stream()
                    .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::number))
                    .toList();
            requireNonNull(from);
            requireNonNull(failingSince);
            requireNonNull(release);
        }
    }

    /** What the tickets mean; absent where they mean nothing. */
    public Optional<TicketAlarm> judge(Situation situation) {
        List<Arrival> current = situation.arrivals().stream()
                .filter(one -> one.judgedAt().isAfter(situation.now().minus(within)))
                .filter(one -> one.at().isAfter(situation.now().minus(OLD)))
                .toList();
        UsualTickets usual =
                new UsualTickets(situation.arrivals().stream().map(Arrival::at).toList(), situation.from(), within);
        return many(situation, current, usual)
                .or(() -> whileFailing(situation, current, usual))
                .or(() -> afterRelease(situation, current, usual));
    }

    /** The fullest window that ends with a ticket that still counts: a burst is seen also where it was read late. */
    private Optional<TicketAlarm> many(Situation situation, List<Arrival> current, UsualTickets usual) {
        return current.stream()
                .map(last -> window(situation.arrivals(), last))
                .filter(window -> isMany(window.size(), end(window), usual))
                .max(Comparator.comparingInt(List::size))
                .map(window -> new TicketAlarm(
                        openAt.isPresent() ? TicketAlarm.Reason.AS_MANY_AS_ASKED : TicketAlarm.Reason.MORE_THAN_USUAL,
                        Severity.SEV2,
                        window,
                        usual.mean(end(window)),
                        within));
    }

    private static Instant end(List<Arrival> window) {
        return window.get(window.size() - 1).at();
    }

    private List<Arrival> window(List<Arrival> arrivals, Arrival last) {
        return arrivals.stream()
                .filter(one ->
                        one.at().isAfter(last.at().minus(within)) && !one.at().isAfter(last.at()))
                .toList();
    }

    private boolean isMany(int count, Instant end, UsualTickets usual) {
        return openAt.map(most -> count >= most).orElseGet(() -> usual.chance(count, end) < IMPROBABLE);
    }

    private Optional<TicketAlarm> whileFailing(Situation situation, List<Arrival> current, UsualTickets usual) {
        return situation
                .failingSince()
                .map(since -> current.stream()
                        .filter(one -> !one.at().isBefore(since))
                        .toList())
                .filter(tickets -> !tickets.isEmpty())
                .map(tickets -> new TicketAlarm(
                        TicketAlarm.Reason.WHILE_FAILING, Severity.SEV3, tickets, usual.mean(end(tickets)), within));
    }

    private Optional<TicketAlarm> afterRelease(Situation situation, List<Arrival> current, UsualTickets usual) {
        return situation.release().flatMap(release -> Optional.of(current.stream()
                        .filter(one -> !one.at().isBefore(release.at())
                                && !one.at().isAfter(release.at().plus(afterRelease)))
                        .toList())
                .filter(tickets -> !tickets.isEmpty())
                .filter(tickets -> usual.chance(tickets.size(), end(tickets)) < RARE)
                .map(tickets -> new TicketAlarm(
                                TicketAlarm.Reason.AFTER_RELEASE,
                                Severity.SEV3,
                                tickets,
                                usual.mean(end(tickets)),
                                within)
                        .after(release)));
    }
}
