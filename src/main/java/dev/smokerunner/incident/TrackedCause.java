package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cause that was seen lately, confirmed or not.
 *
 * @param cause as it was seen last
 * @param since when the bad rounds of now began
 * @param places how it was seen, by place
 * @param flapping whether it comes and goes; never of a signal, whose judge waits until it is sure
 */
public record TrackedCause(SeenCause cause, Instant since, Map<String, Streak> places, boolean flapping) {
    /** Nagios's own defaults for services: flapping begins at 30 % of changes and ends below 20 %. */
    private static final double FLAPPING_FROM = 30;

    private static final double FLAPPING_UNTIL = 20;
    /** Who is not asked any more, since the config changed, says nothing; a day is longer than any pause in between. */
    private static final Duration SILENCE = Duration.ofDays(1);

    /** Copies the map. */
    public TrackedCause {
        requireNonNull(cause);
        requireNonNull(since);
        places = Map.copyOf(places);
    }

    static TrackedCause of(SeenCause cause, Instant at) {
        return new TrackedCause(cause, at, Map.of(), false);
    }

    /** After a round that saw it. */
    TrackedCause seen(SeenCause now, Round round) {
        boolean begins = places.values().stream().allMatch(streak -> streak.bad() == 0);
        return new TrackedCause(now, begins ? round.at() : since, places, flapping).with(round, true);
    }

    /** After a round that did not. */
    TrackedCause notSeen(Round round) {
        return with(round, false);
    }

    private TrackedCause with(Round round, boolean isBad) {
        Map<String, Streak> all = new LinkedHashMap<>(places);
        all.merge(round.place(), Streak.NONE.with(isBad, round.at()), (before, any) -> before.with(isBad, round.at()));
        double change = all.values().stream().mapToDouble(Streak::change).max().orElse(0);
        boolean comesAndGoes = change >= (flapping ? FLAPPING_UNTIL : FLAPPING_FROM);
        return new TrackedCause(
                cause, since, all, comesAndGoes && !cause.source().isSignal());
    }

    /** What it is if nobody had seen it yet, but for what is remembered of its coming and going. */
    TrackedCause unconfirmed() {
        Map<String, Streak> all = new LinkedHashMap<>();
        places.forEach((place, streak) -> all.put(place, new Streak(0, streak.good(), streak.recent(), streak.last())));
        return new TrackedCause(cause, since, all, flapping);
    }

    /**
     * Whether enough places saw it often enough in a row, or it comes and goes. A signal is told when it begins: where its
     * incident is over and it goes on, it has been told.
     */
    boolean isConfirmed(IncidentRules rules, Instant now) {
        if (cause.source().isSignal()) {
            return places.values().stream().anyMatch(streak -> streak.bad() == 1);
        }
        return flapping
                || fresh(rules, now)
                                .filter(streak -> streak.bad() >= rules.confirm(cause))
                                .count()
                        >= rules.failWhen();
    }

    /** Whether too few places still see it, and one says that it is gone: that nobody looks any more says nothing. */
    boolean isOver(IncidentRules rules, Instant now) {
        if (cause.source().isSignal()) {
            return places.values().stream()
                    .allMatch(streak -> streak.bad() == 0 || streak.last().isBefore(now.minus(SILENCE)));
        }
        long gone = fresh(rules, now)
                .filter(streak -> streak.good() >= rules.recover())
                .count();
        return !flapping && gone > 0 && fresh(rules, now).count() - gone < rules.failWhen();
    }

    /**
     * Whether it began in the very round in which another one ended, as some place saw it: as many rounds see it by now as do not
     * see the other one any more.
     */
    boolean tookThePlaceOf(TrackedCause other) {
        return cause.source() == other.cause.source()
                && places.entrySet().stream().anyMatch(entry -> Optional.ofNullable(other.places.get(entry.getKey()))
                        .filter(Streak::hasEnded)
                        .filter(ended -> ended.good() == entry.getValue().bad())
                        .isPresent());
    }

    /** Whether a round of late saw it that no good one followed. */
    boolean isSeenNow() {
        return places.values().stream().anyMatch(streak -> streak.bad() > 0);
    }

    /** Whether nothing is left of it to remember. */
    boolean isForgotten() {
        return places.values().stream().allMatch(Streak::isOver);
    }

    /** A place whose runner is gone says nothing for and nothing against. */
    private Stream<Streak> fresh(IncidentRules rules, Instant now) {
        return places.values().stream().filter(streak -> !streak.last().isBefore(now.minus(rules.forgetting())));
    }
}
