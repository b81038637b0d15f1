package dev.smokerunner.review;

import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.history.reading.SentAlert;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.SmokeResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a monitor remembers of one incident.
 *
 * @param site where it was
 * @param incident the incident
 * @param steps what happened to it, in order
 * @param alerts what people were told, in order
 * @param lastGood the last round before it that passed; absent where none is remembered
 * @param firstBad the first round of it; absent where it began with no round
 * @param lastBad the last round of it that failed; absent where none did
 * @param firstGood the first round after it that passed; absent where none did yet, and where no round failed
 * @param rounds how many rounds passed and failed while it lasted
 * @param releases what was released from a week before it until its end, the oldest first
 * @param kept the results that are kept of its rounds, in order
 */
record Recording(
        SiteRecord site,
        IncidentSummary incident,
        List<IncidentStep> steps,
        List<SentAlert> alerts,
        Optional<RoundSummary> lastGood,
        Optional<RoundSummary> firstBad,
        Optional<RoundSummary> lastBad,
        Optional<RoundSummary> firstGood,
        Counts rounds,
        List<Release> releases,
        List<Kept> kept) {

    /**
     * The result of a round that is kept.
     *
     * @param round the id of the round
     * @param result what came of it
     * @param screenshot the first page's picture as PNG; absent where there is none
     */
    record Kept(String round, SmokeResult result, Optional<byte[]> screenshot) {}

    /**
     * The last release before it was confirmed; absent where none is remembered. Who releases often says so only when the upload
     * is over, and the first bad round was before that.
     */
    Optional<Release> suspect() {
        return releases.stream()
                .filter(release -> !release.at().isAfter(incident.openedAt()))
                .reduce((one, later) -> later);
    }

    /** When the site was good again: the first round that says so, else when that was confirmed; absent while it is not. */
    Optional<Instant> end() {
        return incident.resolvedAt()
                .map(resolved -> firstGood.map(RoundSummary::startedAt).orElse(resolved));
    }

    /** The result that shows best what was wrong: the first that failed. */
    Optional<Kept> worst() {
        return kept.stream().filter(one -> one.result().severity().isPresent()).findFirst();
    }
}
