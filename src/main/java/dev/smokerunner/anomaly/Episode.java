package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What belongs together of the unusual in a series: from the first number that was suspected until it was over.
 *
 * @param from the first number
 * @param until the last one
 * @param isConfirmed whether it was confirmed, and is bad enough to tell people
 * @param departure how it was unlike what was expected, when that was clearest
 * @param release what went live shortly before; absent where nothing did
 */
public record Episode(
        Instant from, Instant until, boolean isConfirmed, Departure departure, Optional<Release> release) {

    /** Rejects null. */
    public Episode {
        requireNonNull(from);
        requireNonNull(until);
        requireNonNull(departure);
        requireNonNull(release);
    }

    /** Those of judgements, in order; what was suspected once and never again is none. */
    public static List<Episode> of(List<Judgement> judgements) {
        List<Episode> episodes = new ArrayList<>();
        Optional<Episode> open = Optional.empty();
        for (Judgement judgement : judgements) {
            Optional<Episode> before = open;
            open = judgement.departure().map(departure -> before.map(episode -> episode.and(judgement, departure))
                    .orElseGet(() -> first(judgement, departure)));
            if (open.isEmpty()) {
                before.filter(Episode::isMoreThanOne).ifPresent(episodes::add);
            }
        }
        open.filter(Episode::isMoreThanOne).ifPresent(episodes::add);
        return List.copyOf(episodes);
    }

    private boolean isMoreThanOne() {
        return isConfirmed || until.isAfter(from);
    }

    private static Episode first(Judgement judgement, Departure departure) {
        return new Episode(
                judgement.point().at(),
                judgement.point().at(),
                judgement.outcome() == Outcome.ANOMALY,
                departure,
                judgement.release());
    }

    private Episode and(Judgement judgement, Departure next) {
        boolean isWorse = next.severity().compareTo(departure.severity()) < 0
                || next.severity() == departure.severity() && Math.abs(next.score()) > Math.abs(departure.score());
        return new Episode(
                from,
                judgement.point().at(),
                isConfirmed || judgement.outcome() == Outcome.ANOMALY,
                isWorse ? next : departure,
                release.or(judgement::release));
    }
}
