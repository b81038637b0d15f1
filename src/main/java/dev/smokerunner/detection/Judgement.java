package dev.smokerunner.detection;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.result.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one check says about one page, before what it found is joined to causes.
 *
 * @param check the check's name
 * @param subjects how many things it looked at
 * @param detections what it found; only with {@link Outcome#FAILED}
 * @param outcome how it ended
 * @param reason why it errored or was skipped; present exactly then
 */
public record Judgement(
        String check, int subjects, List<Detection> detections, Outcome outcome, Optional<String> reason) {

    /** Copies the list. */
    public Judgement {
        requireNonNull(check);
        requireNonNull(outcome);
        requireNonNull(reason);
        detections = List.copyOf(detections);
    }

    /** A check that judged {@code subjects} things: failed with detections, passed without. */
    public static Judgement judged(String check, int subjects, List<Detection> detections) {
        Outcome outcome = detections.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        return new Judgement(check, subjects, detections, outcome, Optional.empty());
    }

    /** A check that could not be judged. */
    public static Judgement errored(String check, String reason) {
        return new Judgement(check, 0, List.of(), Outcome.ERRORED, Optional.of(reason));
    }

    /** A check that was not asked for, or had nothing to look at. */
    public static Judgement skipped(String check, String reason) {
        return new Judgement(check, 0, List.of(), Outcome.SKIPPED, Optional.of(reason));
    }

    /** What a check says about something that may not have been seen: errored then, or skipped where nobody asked. */
    public static <T> Judgement ofSeen(String check, Captured<T> captured, Function<T, Judgement> judgement) {
        if (captured instanceof Captured.Unseen<T> unseen) {
            return unseen.fault() == Captured.Fault.NOT_ASKED
                    ? skipped(check, unseen.reason())
                    : errored(check, unseen.reason());
        }
        return judgement.apply(captured.value().orElseThrow());
    }
}
