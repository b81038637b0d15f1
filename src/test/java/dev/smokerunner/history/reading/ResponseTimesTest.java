package dev.smokerunner.history.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.reading.ResponseTimes.Phase;
import dev.smokerunner.history.reading.ResponseTimes.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseTimesTest {
    @TempDir
    private Path folder;

    @Test
    void areThoseOfRoundsThatCouldJudgeThePageForGoodOrBad() throws HistoryException {
        try (HistoryDatabase database =
                HistoryDatabase.open(folder.resolve("history.db").toString())) {
            new Sites(database.jdbi())
                    .watch(List.of(new SiteRecord(
                            "shop",
                            "production",
                            "https://shop.test/",
                            Optional.empty(),
                            Optional.empty(),
                            Duration.ofMinutes(1))));
            round(database, 1, "pass", 0);
            round(database, 2, "fail", 0);
            round(database, 3, "inconclusive", 0);
            round(database, 4, "pass", 1);

            assertThat(new ResponseTimes(database.jdbi()).after("shop/production", "", Phase.LOAD, Instant.EPOCH))
                    .extracting(Time::millis)
                    .containsExactly(1L, 2L);
        }
    }

    private static void round(HistoryDatabase database, int at, String verdict, int maintenance) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into round (id, site, place, runner, started_at, duration_ms, verdict, maintenance, pages,"
                                + " requests, load_ms) values (?, 'shop/production', '', 'me', ?, 1, ?, ?, 1, 1, ?)",
                        "round" + at,
                        at,
                        verdict,
                        maintenance,
                        at));
    }
}
