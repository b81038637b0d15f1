package dev.smokerunner.anomaly;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.anomaly.rule.Vote;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one number of a series.
 *
 * @param point the number
 * @param expected what was to be expected of it; absent where too little is known
 * @param outcome what is said
 * @param departure how it is unlike that, over how many numbers and how badly; absent where it is not
 * @param release what went live within two hours before that began, or made the step; absent where nothing did
 * @param votes what each rule said, and the forest where it was asked; none where nobody was asked
 */
public record Judgement(
        Point point,
        Optional<Expected> expected,
        Outcome outcome,
        Optional<Departure> departure,
        Optional<Release> release,
        List<Vote> votes) {

    /** Copies the list. */
    public Judgement {
        requireNonNull(point);
        requireNonNull(expected);
        requireNonNull(outcome);
        requireNonNull(departure);
        requireNonNull(release);
        votes = List.copyOf(votes);
    }
}
