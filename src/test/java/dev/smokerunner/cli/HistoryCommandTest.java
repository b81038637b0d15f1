package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.Sites;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryCommandTest {
    @TempDir
    private Path folder;

    private String smoke(StubApplication application, String... arguments) {
        StringWriter out = new StringWriter();
        Main.commandLine(application).setOut(new PrintWriter(out)).execute(arguments);
        return out.toString();
    }

    @Test
    void tellsOfIncidentsByTheNamesOfTheStatusPage() throws HistoryException {
        String data = folder.resolve("history.db").toString();
        try (HistoryDatabase database = HistoryDatabase.open(data)) {
            new Sites(database.jdbi())
                    .watch(List.of(new SiteRecord(
                            "shop",
                            "production",
                            "https://shop.test/",
                            Optional.empty(),
                            Optional.empty(),
                            Duration.ofMinutes(1))));
            database.jdbi().useHandle(handle -> {
                handle.execute("insert into incident (id, site, fingerprint, since_at, opened_at, severity, flapping,"
                        + " title, round) values ('i1', 'shop/production', 'f', 0, 1, 2, 0, 'app.js is missing', 'r')");
                handle.execute("insert into incident_event (incident, position, kind, happened_at, severity, detail)"
                        + " values ('i1', 1, 'opened', 1, 2, 'app.js is missing')");
                handle.execute("insert into message (id, incident, site, channel, alert, created_at, state, tries)"
                        + " values ('m', 'i1', 'shop/production', 'slack', '{}', 1, 'waiting', 0)");
            });
        }

        JsonNode incident = JsonMapper.shared()
                .readTree(smoke(new StubApplication(), "history", "--data", data, "--format", "json"))
                .at("/sites/0/incidents/0");
        assertThat(incident.at("/timeline/0/kind").asString()).isEqualTo("opened");
        assertThat(incident.at("/alerts/0/createdAt").asString()).isEqualTo("1970-01-01T00:00:00.001Z");
    }

    @Test
    void saysThatNobodyKnowsHowASiteIsAtWhichNobodyLooks() throws IOException {
        Path config = Files.writeString(folder.resolve("shop.yaml"), """
                name: shop
                environments:
                  production: {url: "http://shop.test/", audience: customers}
                """);
        String data = folder.resolve("history.db").toString();
        smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once", "--data", data);
        StubApplication weekLater = new StubApplication() {
            @Override
            public Instant now() {
                return Instant.EPOCH.plus(Duration.ofDays(7));
            }
        };

        assertThat(smoke(new StubApplication(), "history", "--data", data)).startsWith("shop (production): ok");
        assertThat(smoke(weekLater, "history", "--data", data))
                .startsWith("shop (production): unknown, since 1970-01-01T00:00:0");
        assertThat(smoke(weekLater, "history", "--data", data, "--format", "json"))
                .contains("\"state\" : \"unknown\"");
    }
}
