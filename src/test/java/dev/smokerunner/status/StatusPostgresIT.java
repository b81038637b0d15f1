package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.standin.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same history in SQLite and in a real PostgreSQL is shown by the same words. */
class StatusPostgresIT {
    private static final OkHttpClient CLIENT = new OkHttpClient();

    @TempDir
    private static Path folder;

    private static Postgres postgres;
    private static StatusSamples inFile;
    private static StatusSamples shared;
    private static StatusServer ofFile;
    private static StatusServer ofShared;

    @BeforeAll
    static void start() throws IOException, InterruptedException, HistoryException {
        postgres = Postgres.start();
        inFile = StatusSamples.outage(folder);
        shared = StatusSamples.outage(postgres.url());
        ofFile = server(inFile);
        ofShared = server(shared);
    }

    @AfterAll
    static void end() throws IOException {
        ofFile.close();
        ofShared.close();
        inFile.close();
        shared.close();
        postgres.close();
    }

    private static StatusServer server(StatusSamples samples) throws IOException {
        return StatusServer.start(
                new StatusOptions("127.0.0.1", 0, Optional.empty()),
                samples.history(),
                Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/site?name=signup&environment=production",
                "/site?name=signup&environment=production&days=30",
                "/incident?id=" + StatusSamples.INCIDENT,
                "/evidence/signup%2Fproduction%40%409/result.json",
                "/incidents.atom",
                "/api/state",
                "/api/site?name=signup&environment=production",
                "/api/incidents",
                "/metrics",
                "/healthz"
            })
    void saysTheSame(String path) throws IOException {
        assertThat(text(ofShared, path)).isEqualTo(text(ofFile, path));
    }

    private static String text(StatusServer server, String path) throws IOException {
        Request request =
                new Request.Builder().url(server.address() + path.substring(1)).build();
        try (Response response = CLIENT.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
            return response.body().string().replace(server.address().getAuthority(), "");
        }
    }
}
