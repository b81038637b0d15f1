package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.traffic.Beacons;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusServerIT {
    private static final String HOST = "127.0.0.1";

    private final OkHttpClient client =
            new OkHttpClient.Builder().followRedirects(false).build();

    @TempDir
    private Path folder;

    private StatusSamples samples;
    private StatusServer server;

    @BeforeEach
    void open() throws HistoryException, IOException {
        samples = StatusSamples.outage(folder);
        server = server(Optional.empty(), Duration.ZERO);
    }

    @AfterEach
    void close() {
        server.close();
        samples.close();
    }

    @Test
    void saysHowEverySiteIs() throws IOException {
        Answer answer = get("/api/state");

        assertThat(answer.type()).isEqualTo("application/json");
        JsonNode sites = JsonMapper.shared().readTree(answer.text()).get("sites");
        assertThat(sites).hasSize(4);
        assertThat(sites.valueStream()
                        .filter(site -> !site.get("state").asString().equals("ok")))
                .singleElement()
                .hasToString("{\"name\":\"signup\",\"environment\":\"production\",\"state\":\"failing\",\"severity\":2,"
                        + "\"since\":\"2026-11-29T11:51:30Z\",\"lastRound\":\"2026-11-29T12:00:32.100Z\","
                        + "\"incident\":\"" + StatusSamples.INCIDENT + "\"}");
    }

    @Test
    void showsWhatIsWrongOnTheFirstPage() throws IOException {
        String page = get("/").text();

        assertThat(page)
                .contains("<h1>Failing</h1>", "1 of 4 sites fails: signup (production).", "1 message did not arrive.")
                .contains("the script js/main-3f9a.js, on which the whole page depends, answers 404")
                .contains("mail.example.com refused the connection", "12 tries")
                .contains("watch-us", "silent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/site?name=signup&environment=production",
                "/site?name=signup&environment=production&days=30",
                "/site?name=Werkstatt%C3%BCbersicht&environment=production",
                "/incident?id=" + StatusSamples.INCIDENT,
                "/evidence/signup%2Fproduction%40%409/index.html",
                "/evidence/signup%2Fproduction%40%409/result.json",
                "/evidence/signup%2Fproduction%40%409/screenshot.png",
                "/report.css",
                "/status.css",
                "/live.js",
                "/icon.svg?rating=good",
                "/badge.svg?name=signup&environment=production",
                "/incidents.atom",
                "/api/state",
                "/api/site?name=signup&environment=production",
                "/api/incidents",
                "/metrics",
                "/healthz",
                "/login"
            })
    void letsABrowserDoNothingElseWithAnAnswer(String path) throws IOException {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void keepsAReportInASandbox() throws IOException {
        assertThat(get("/evidence/signup%2Fproduction%40%409/index.html").header("Content-Security-Policy"))
                .startsWith("sandbox; ");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, There is nothing here.",
        "/site?name=signup&environment=nowhere, No such site is watched.",
        "/site, No such site is watched.",
        "/incident?id=x, No such incident is remembered.",
        "/badge.svg?name=x&environment=y, No such site is watched.",
        "/evidence/signup%2Fproduction%40%409/passwords.txt, 'That is not kept, or not any more.'",
        "/evidence/..%2F..%2Fetc/passwd, 'That is not kept, or not any more.'",
        "/evidence/x/screenshot.png, 'That is not kept, or not any more.'"
    })
    void saysThatThereIsNothing(String path, String text) throws IOException {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(path).text()).isEqualTo(text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "[::1]:8080"})
    void answersToTheNamesOfThisMachine(String host) throws IOException {
        assertThat(get("/api/state", Map.of("Host", host)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"})
    void answersToNoNameThatAnotherPageMayHaveLedHere(String host) throws IOException {
        assertThat(get("/api/state", Map.of("Host", host)).status()).isEqualTo(421);
    }

    @Test
    void takesNoteOfARelease() throws IOException {
        Answer answer = post(
                "/api/releases",
                "application/json",
                "{\"name\": \"signup\", \"environment\": \"production\", \"version\": \"2.4.2\"}",
                Map.of());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo("{\"name\":\"signup\",\"environment\":\"production\",\"version\":\"2.4.2\","
                        + "\"at\":\"2026-11-29T12:00:30Z\"}");
        assertThat(get("/site?name=signup&environment=production").text()).contains("2.4.2");
    }

    @Test
    void saysAllThatIsWrongWithTheNoteOfARelease() throws IOException {
        Answer answer = post(
                "/api/releases", "application/json", "{\"name\": \"signin\", \"environment\": 5, \"v\": 1}", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(answer.text()).get("problems")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"text/plain, same-origin, 415", "application/json, cross-site, 403"})
    void takesNoReleaseFromAPageOfSomebodyElse(String type, String site, int status) throws IOException {
        Answer answer = post(
                "/api/releases",
                type,
                "{\"name\": \"signup\", \"environment\": \"production\", \"version\": \"2.4.2\"}",
                Map.of("Sec-Fetch-Site", site));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void readsNoEndlessRequest() throws IOException {
        assertThat(post("/api/releases", "application/json", " ".repeat(100_000), Map.of())
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/site", "/api/state", "/metrics", "/healthz"})
    void changesNothingByAnyOtherWay(String path) throws IOException {
        assertThat(post(path, "text/plain", "x", Map.of()).status()).isEqualTo(405);
    }

    @Test
    void isWellWhileRoundsFinish() throws IOException {
        assertThat(get("/healthz")).extracting(Answer::status, Answer::text).containsExactly(200, "rounds finish\n");
    }

    @Test
    void isUnwellWhenRoundsNoLongerFinish() throws IOException {
        server.close();
        server = server(Optional.empty(), Duration.ofMinutes(7));

        assertThat(get("/healthz").status()).isEqualTo(200);

        server.close();
        server = StatusServer.start(
                new StatusOptions(HOST, 0, Optional.empty()),
                samples.history(),
                new LaterClock(StatusSamples.NOW, Duration.ofMinutes(7)));

        assertThat(get("/healthz"))
                .extracting(Answer::status, Answer::text)
                .containsExactly(503, "no round has finished for 6 min, and one is due every 60 s\n");
    }

    @Test
    void saysToWhoRunsItWhyItCannotAnswer() throws IOException {
        server.close();
        List<String> problems = new CopyOnWriteArrayList<>();
        Clock clock = Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC);
        server = StatusServer.start(
                new StatusOptions(HOST, 0, Optional.empty()),
                samples.history(),
                Beacons.none(clock),
                clock,
                problems::add);
        samples.close();

        assertThat(get("/api/incidents"))
                .extracting(Answer::status, Answer::text)
                .containsExactly(503, "The history cannot be read; the monitor's log says why.\n");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("the status page cannot answer /api/incidents: ")
                .contains("has been closed");
    }

    @Test
    void saysThatNobodyKnowsWhenTheLastRoundIsTooLongAgo() throws IOException {
        server.close();
        server = server(Optional.empty(), Duration.ofMinutes(30));

        assertThat(get("/api/state").text()).contains("\"state\":\"unknown\"").doesNotContain("\"state\":\"ok\"");
        assertThat(get("/").text()).contains("<h1>Not known</h1>");
    }

    @Test
    void saysWhereItCannotListen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            StatusOptions options = new StatusOptions(HOST, taken.getLocalPort(), Optional.empty());

            assertThatThrownBy(() -> StatusServer.start(options, samples.history(), Clock.systemUTC()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot listen at 127.0.0.1:" + taken.getLocalPort()
                            + ", which another program may have taken");
        }
    }

    private StatusServer server(Optional<Secret> token, Duration later) throws IOException {
        return StatusServer.start(
                new StatusOptions(HOST, 0, token),
                samples.history(),
                Clock.fixed(StatusSamples.NOW.plus(later), ZoneOffset.UTC));
    }

    private Answer get(String path) throws IOException {
        return get(path, Map.of());
    }

    private Answer get(String path, Map<String, String> headers) throws IOException {
        Request.Builder request =
                new Request.Builder().url(server.address().toString().replaceFirst("/$", "") + path);
        headers.forEach(request::header);
        return Answer.to(client, request.build());
    }

    private Answer post(String path, String type, String body, Map<String, String> headers) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(server.address().toString().replaceFirst("/$", "") + path)
                .post(RequestBody.create(body, okhttp3.MediaType.get(type)));
        headers.forEach(request::header);
        return Answer.to(client, request.build());
    }
}
