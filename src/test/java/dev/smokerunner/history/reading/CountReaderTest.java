package dev.smokerunner.history.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.reading.CountReader.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountReaderTest {
    private static final Instant OLD = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant NEW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Set<Measure> ASKED = EnumSet.of(Measure.VIEWS, Measure.REQUESTS);

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsCountedOfASiteEverAndSinceAMoment() throws Exception {
        try (HistoryDatabase database =
                HistoryDatabase.open(folder.resolve("history.db").toString())) {
            database.jdbi()
                    .useTransaction(handle -> Counts.add(
                            handle,
                            Map.of(
                                    new CountKey("shop/production", "api", Measure.REQUESTS, OLD), 1L,
                                    new CountKey("shop/production", "pages", Measure.VIEWS, NEW), 0L,
                                    new CountKey("shop/production", "pages", Measure.ERRORS, NEW), 1L,
                                    new CountKey("blog/production", "pages", Measure.REQUESTS, NEW), 1L)));
            CountReader reader = new CountReader(database.jdbi());

            assertThat(reader.series("shop/production", ASKED))
                    .containsExactly(
                            new Series("shop/production", "api", Measure.REQUESTS),
                            new Series("shop/production", "pages", Measure.VIEWS));
            assertThat(reader.series("shop/production", ASKED, NEW))
                    .containsExactly(new Series("shop/production", "pages", Measure.VIEWS));
        }
    }
}
