package dev.smokerunner.history.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The names are contract. */
class HistoryJsonTest {
    @Test
    void tellsARoundByTheNamesThatTheMonitorHasForIt() {
        ObjectNode round = JsonMapper.shared().createObjectNode();
        HistoryJson.put(
                round,
                new RoundSummary(
                        "r1",
                        Instant.parse("2026-11-29T12:00:00Z"),
                        Duration.ofMillis(2_100),
                        Verdict.PASS,
                        Optional.empty(),
                        "",
                        "eu",
                        true,
                        new Phases(
                                Optional.of(Duration.ofMillis(90)),
                                Optional.empty(),
                                Optional.of(Duration.ofMillis(400)),
                                Optional.empty())));

        assertThat(round)
                .hasToString(
                        "{\"startedAt\":\"2026-11-29T12:00:00Z\",\"durationMs\":2100,\"verdict\":\"pass\","
                                + "\"severity\":null,\"reason\":null,\"location\":\"eu\",\"maintenance\":true,"
                                + "\"timings\":{\"documentMs\":90,\"domContentLoadedMs\":null,\"loadMs\":400,\"readyMs\":null}}");
    }
}
