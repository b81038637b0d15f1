package dev.smokerunner.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.Counts.ErrorKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What visitors did while the database is away for hours. */
class CountBufferTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final CountBuffer buffer = new CountBuffer();

    private static ErrorKey error(String site, int number, Instant at) {
        return new ErrorKey(site, String.format("%016x", number), at);
    }

    @Test
    void takesNoMoreErrorsThanFit() {
        for (int site = 0; site < 1_000; site++) {
            for (int number = 0; number < 200; number++) {
                buffer.add(error("site" + site, number, NOON), 1);
            }
        }

        CountBuffer.Content content = buffer.take();
        assertThat(content.errors()).hasSize(150_000);
        assertThat(content.lost()).isEqualTo(50_000);
    }

    @Test
    void hasRoomForTheErrorsOfAnHourAlsoWhenThoseOfTheHourBeforeAreGivenBack() {
        for (int number = 0; number < 200; number++) {
            buffer.add(error("signup", number, NOON), 1);
        }
        CountBuffer.Content before = buffer.take();
        Instant next = NOON.plus(Duration.ofHours(1));
        buffer.add(error("signup", 1_000, next), 1);
        buffer.giveBack(before);
        buffer.add(error("signup", 1_001, next), 1);

        assertThat(buffer.take().errors())
                .hasSize(202)
                .containsEntry(error("signup", 7, NOON), 1L)
                .containsEntry(error("signup", 1_001, next), 1L);
    }
}
