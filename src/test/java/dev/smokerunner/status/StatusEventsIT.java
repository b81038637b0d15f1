package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What open pages are told. */
class StatusEventsIT {
    private final OkHttpClient client = new OkHttpClient();

    @TempDir
    private Path folder;

    private StatusSamples samples;
    private StatusServer server;

    @BeforeEach
    void open() throws HistoryException, IOException {
        samples = StatusSamples.outage(folder);
        server = StatusServer.start(
                new StatusOptions("127.0.0.1", 0, Optional.empty()),
                samples.history(),
                Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        server.close();
        samples.close();
    }

    @Test
    void tellsOpenPagesThatSomethingChanged() throws IOException {
        try (Response response = events()) {
            assertThat(response.header("Content-Type")).startsWith("text/event-stream");
            assertThat(line(response)).isEqualTo("event: change");
            assertThat(line(response))
                    .as("browsers pass over an event without data")
                    .startsWith("data: ");

            samples.round("new", "signup/production", StatusSamples.NOW.plusSeconds(60), "pass", 80);

            assertThat(line(response)).isEqualTo("event: change");
        }
    }

    private Response events() throws IOException {
        return client.newCall(new Request.Builder()
                        .url(server.address().resolve("/events").toString())
                        .header("Accept", "text/event-stream")
                        .build())
                .execute();
    }

    @Test
    void sendsAwayMorePagesThanItCanTell() throws IOException {
        List<Response> open = new ArrayList<>();
        try {
            for (int page = 0; page < 100; page++) {
                Response response = events();
                open.add(response);
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.body().source().readUtf8LineStrict()).isEqualTo(": watching");
            }
            try (Response tooMany = events()) {
                assertThat(tooMany.code()).isEqualTo(503);
            }
        } finally {
            open.forEach(Response::close);
        }
    }

    /** The next line that is no comment and not empty. */
    private static String line(Response response) throws IOException {
        String line = "";
        while (line.isEmpty() || line.startsWith(":") || line.startsWith("id")) {
            line = response.body().source().readUtf8LineStrict();
        }
        return line;
    }
}
