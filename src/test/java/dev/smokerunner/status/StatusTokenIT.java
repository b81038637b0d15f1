package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A status page that only those may see who know a token. */
class StatusTokenIT {
    private static final String TOKEN = "correct-horse-battery";
    private static final String PROBE = "/api/state";

    private final OkHttpClient client =
            new OkHttpClient.Builder().followRedirects(false).build();

    @TempDir
    private Path folder;

    private StatusSamples samples;
    private StatusServer server;

    @BeforeEach
    void open() throws HistoryException, IOException {
        samples = StatusSamples.allWell(folder);
        server = StatusServer.start(
                new StatusOptions("127.0.0.1", 0, Optional.of(new Secret(TOKEN))),
                samples.history(),
                Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        server.close();
        samples.close();
    }

    @Test
    void showsItselfToPrograms() throws IOException {
        assertThat(get(PROBE, Map.of("Authorization", "Bearer " + TOKEN)).status())
                .isEqualTo(200);
        assertThat(get(PROBE, Map.of("Authorization", "bearer  " + TOKEN)).status())
                .isEqualTo(200);
    }

    /** Whoever leads a browser here under another name has no cookie of it. */
    @Test
    void answersToAnyName() throws IOException {
        assertThat(get(PROBE, Map.of("Authorization", "Bearer " + TOKEN, "Host", "status.example.com"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROBE,
                "/",
                "/events",
                "/metrics",
                "/api/incidents",
                "/incidents.atom",
                "/badge.svg?name=signup&environment=production",
                "/evidence/x/screenshot.png",
                "/nothing"
            })
    void tellsNothingToWhoDoesNotKnowTheToken(String path) throws IOException {
        assertThat(get(path, Map.of()).status()).isEqualTo(401);
        assertThat(get(path, Map.of("Authorization", "Bearer correct-horse-batterx"))
                        .status())
                .isEqualTo(401);
        assertThat(get(path, Map.of("Authorization", "Basic " + TOKEN)).status())
                .isEqualTo(401);
        assertThat(get(path, Map.of("Cookie", "smoke-status=")).status()).isEqualTo(401);
        assertThat(get(path, Map.of("Cookie", "smoke-status=" + TOKEN)).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/login", "/status.css"})
    void saysToEverybodyWhetherItIsWell(String path) throws IOException {
        assertThat(get(path, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void sendsPeopleToTheFormAndLetsThemIn() throws IOException {
        Answer turnedAway = get("/", Map.of("Accept", "text/html"));
        assertThat(turnedAway.status()).isEqualTo(303);
        assertThat(turnedAway.header("Location")).endsWith("login");

        Answer in = logIn(TOKEN);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain(TOKEN);

        String cookie = in.header("Set-Cookie").split(";")[0];
        assertThat(get("/", Map.of("Cookie", cookie)).text()).contains("<h1>All well</h1>");
    }

    @Test
    void letsNobodyInWithAnotherToken() throws IOException {
        Answer refused = logIn("correct-horse-batter");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Set-Cookie")).isEmpty();
        assertThat(refused.text()).contains("That is not the token of this monitor.");
    }

    @Test
    void takesNoTokenThatCanBeGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusOptions("127.0.0.1", 0, Optional.of(new Secret("letmein"))));
    }

    private Answer logIn(String token) throws IOException {
        return Answer.to(
                client,
                new Request.Builder()
                        .url(server.address() + "login")
                        .post(new FormBody.Builder().add("token", token).build())
                        .build());
    }

    private Answer get(String path, Map<String, String> headers) throws IOException {
        Request.Builder request =
                new Request.Builder().url(server.address().toString().replaceFirst("/$", "") + path);
        headers.forEach(request::header);
        return Answer.to(client, request.build());
    }
}
