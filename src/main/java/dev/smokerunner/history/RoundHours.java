package dev.smokerunner.history;

import dev.smokerunner.result.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** How many rounds of each hour said how a site is; they are counted as they come, since a month of many sites has millions. */
final class RoundHours {
    private RoundHours() {}

    /** Counts a round that was not counted yet; one in maintenance, or that found nothing out, says nothing. */
    static void add(Handle handle, RoundRecord round) {
        Verdict verdict = round.result().verdict();
        if (round.inMaintenance() || verdict == Verdict.INCONCLUSIVE) {
            return;
        }
        handle.createUpdate("insert into round_hour (site, begins_at, passed, failed) values (:site, :begins, :passed,"
                        + " :failed) on conflict (site, begins_at) do update set passed = round_hour.passed +"
                        + " excluded.passed, failed = round_hour.failed + excluded.failed")
                .bind("site", round.site())
                .bind("begins", begin(round.result().startedAt()).toEpochMilli())
                .bind("passed", verdict == Verdict.PASS ? 1 : 0)
                .bind("failed", verdict == Verdict.FAIL ? 1 : 0)
                .execute();
    }

    private static Instant begin(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }
}
