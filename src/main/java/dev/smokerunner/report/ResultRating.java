package dev.smokerunner.report;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Verdict;

/** How good it is what a run or a check came to; the same in every report and on the status page. */
public final class ResultRating {
    private ResultRating() {}

    /** Of what a run came to. */
    public static Rating of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Rating.GOOD;
            case FAIL -> Rating.BAD;
            case INCONCLUSIVE -> Rating.UNSURE;
        };
    }

    /**
     * Of what a check came to.
     *
     * @param isNoted whether nothing that it found fails the run
     */
    static Rating of(Outcome outcome, boolean isNoted) {
        return switch (outcome) {
            case PASSED -> Rating.GOOD;
            case FAILED -> isNoted ? Rating.CALM : Rating.BAD;
            case ERRORED -> Rating.UNSURE;
            case SKIPPED -> Rating.CALM;
        };
    }
}
