package dev.smokerunner.observe.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.observe.grid.GridException.Kind;
import dev.smokerunner.observe.session.WantedBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Grid answers, as it was seen to answer, and what becomes of it. */
class GridSessionTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    /** Of a busy machine too; the wait must end while the Grid is silent, not before it has been reached. */
    private static final Duration LONG_ENOUGH_TO_CONNECT = Duration.ofSeconds(3);

    private static final WantedBrowser CHROME =
            WantedBrowser.chromium(WantedBrowser.Kind.CHROME, List.of("--headless=new"));

    private final MockWebServer server = new MockWebServer();
    private GridAddress grid = GridAddress.parse("http://127.0.0.1/");

    @BeforeEach
    void startServer() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        grid = GridAddress.parse("http://tester:hunter22@127.0.0.1:" + server.getPort() + "/farm");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void asksAsAGridWantsToBeAsked() throws Exception {
        answer(200, session("ws://hub:4444/session/4f05/se/cdp"));

        GridSession.open(grid, CHROME, WAIT);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /farm/session HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic dGVzdGVyOmh1bnRlcjIy");
        assertThat(request.getBody().utf8())
                .containsIgnoringWhitespaces("\"browserName\":\"chrome\"", "\"args\":[\"--headless=new\"]")
                .contains("\"goog:chromeOptions\"");
    }

    @Test
    void reachesTheSocketByTheWayThatLedToTheSession() throws Exception {
        answer(200, session("ws://hub.cluster.local:4444/session/4f05/se/cdp"));

        GridSession session = GridSession.open(grid, CHROME, WAIT);

        assertThat(session.socket())
                .isEqualTo(URI.create("ws://127.0.0.1:" + server.getPort() + "/farm/session/4f05/se/cdp"));
        assertThat(session.title()).isEqualTo("chrome 156.0.8078.108");
    }

    @Test
    void takesASocketThatIsNotTheGridsOwnAsItIs() throws Exception {
        answer(200, session("wss://devtools.example.com/4f05"));

        assertThat(GridSession.open(grid, CHROME, WAIT).socket())
                .isEqualTo(URI.create("wss://devtools.example.com/4f05"));
    }

    @Test
    void reachesFirefoxByItsOwnProtocol() throws Exception {
        answer(
                200,
                "{\"value\":{\"sessionId\":\"4f05\",\"capabilities\":{\"browserName\":\"firefox\","
                        + "\"browserVersion\":\"153.8\",\"webSocketUrl\":\"ws://hub:4444/session/4f05/se/bidi\"}}}");

        GridSession session = GridSession.open(grid, WantedBrowser.firefox(Map.of("a.b", 2)), WAIT);

        assertThat(session.socket())
                .isEqualTo(URI.create("ws://127.0.0.1:" + server.getPort() + "/farm/session/4f05/se/bidi"));
        assertThat(session.version()).isEqualTo("153.8");
        assertThat(server.takeRequest().getBody().utf8())
                .containsIgnoringWhitespaces("\"webSocketUrl\": true", "\"prefs\": {\"a.b\": 2}");
    }

    @Test
    void endsABrowserWhoseDevToolsNobodyCanReach() throws Exception {
        answer(200, "{\"value\":{\"sessionId\":\"4f05\",\"capabilities\":{\"browserName\":\"chrome\"}}}");
        answer(200, "{\"value\":null}");

        assertTrouble(
                () -> GridSession.open(grid, CHROME, WAIT),
                Kind.REFUSED,
                "it gives no way to the browser itself of chrome");

        server.takeRequest();
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /farm/session/4f05 HTTP/1.1");
    }

    @Test
    void asksAgainWhereTheGridChoseANodeThatIsGone() throws Exception {
        answer(
                500,
                error(
                        "Could not start a new session. Connection error (POST http://10.0.0.7:5555/se/grid/node/session) "));
        answer(200, session("ws://hub:4444/session/4f05/se/cdp"));

        assertThat(GridSession.open(grid, CHROME, WAIT).id()).isEqualTo("4f05");
    }

    @Test
    void saysTheFirstLineOfARefusal() {
        answer(
                500,
                error(
                        "Could not start a new session. session not created: Chrome instance exited. \\nBuild info: 4.48"));

        assertTrouble(
                () -> GridSession.open(grid, CHROME, WAIT),
                Kind.REFUSED,
                "gave no chrome: session not created: Could not start a new session. session not created: Chrome instance"
                        + " exited.; its log on the node tells why (as root it starts only with --no-sandbox, which is the"
                        + " node's to say)");
    }

    @Test
    void saysThatAllSlotsAreInUseWhenTheGridLetItWaitTooLong() {
        answer(500, error("Could not start a new session. New session request timed out "));
        answer(200, "{\"value\":{\"nodes\":[" + node("chrome", "{}") + "]}}");

        assertTrouble(
                () -> GridSession.open(grid, CHROME, WAIT),
                Kind.NO_SLOT,
                "gave no chrome within the time that it lets a request wait (--session-request-timeout): all of its 1 slots"
                        + " are in use; add nodes, or wait longer");
    }

    @Test
    void saysThatThereIsNoSuchSlotWhenTheWaitIsOver() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        answer(200, "{\"value\":{\"nodes\":[" + node("firefox", "null") + "]}}");

        assertTrouble(
                () -> GridSession.open(grid, CHROME, LONG_ENOUGH_TO_CONNECT),
                Kind.NO_SLOT,
                "gave no chrome within 3000 ms: it has no slot for such a browser; add a node that has one");
    }

    @Test
    void saysWhoIsLetInWithoutShowingThePassword() {
        server.enqueue(new MockResponse.Builder().code(401).build());

        assertTrouble(
                () -> GridSession.open(grid, CHROME, WAIT),
                Kind.REFUSED,
                "lets nobody in with this user and password (status 401)");
    }

    @Test
    void saysWhatAnswersThereInstead() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html")
                .body("<p>Not found")
                .build());

        assertTrouble(
                () -> GridSession.open(grid, CHROME, WAIT),
                Kind.NOT_A_GRID,
                "is no Selenium Grid: expected WebDriver's JSON, got status 404 text/html");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.close();

        assertTrouble(() -> GridSession.open(grid, CHROME, WAIT), Kind.NO_ANSWER, "does not answer: ");
    }

    @Test
    void isWatchedUntilItIsLost() throws Exception {
        answer(200, session("ws://hub:4444/session/4f05/se/cdp"));
        answer(200, "{\"value\":{\"script\":30000}}");
        answer(500, "{\"value\":{\"error\":\"unknown error\",\"message\":\"Connection error (GET http://10.0.0.7)\"}}");
        CompletableFuture<String> lost = new CompletableFuture<>();

        GridWatch watch = GridWatch.over(GridSession.open(grid, CHROME, WAIT), lost::complete);

        assertThat(lost.get(20, TimeUnit.SECONDS))
                .endsWith("/farm/ lost the browser: unknown error: Connection error (GET http://10.0.0.7)");
        watch.close();
    }

    @Test
    void countsTheSlotsThatCanBeUsedNow() throws Exception {
        answer(
                200,
                "{\"value\":{\"nodes\":[" + node("chrome", "null") + "," + node("chrome", "{}") + ","
                        + node("firefox", "null") + "," + node("chrome", "null").replace("UP", "DOWN") + "]}}");

        assertThat(GridSlots.of(grid, WantedBrowser.Kind.CHROME)).isEqualTo(new GridSlots(1, 2));
    }

    @Test
    void countsNoMoreSlotsThanANodeRunsAtTheSameTime() throws Exception {
        String slots = slot("chrome", "null") + "," + slot("chrome", "null") + "," + slot("firefox", "{}");
        answer(200, "{\"value\":{\"nodes\":[{\"availability\":\"UP\",\"maxSessions\":2,\"slots\":[" + slots + "]}]}}");

        assertThat(GridSlots.of(grid, WantedBrowser.Kind.CHROME)).isEqualTo(new GridSlots(1, 2));
    }

    private static void assertTrouble(ThrowingCallable call, Kind kind, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(GridException.class, trouble -> assertThat(trouble.kind())
                        .isEqualTo(kind))
                .hasMessageContaining(message)
                .hasMessageContaining("http://127.0.0.1:")
                .hasMessageNotContaining("hunter22");
    }

    private void answer(int status, String json) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(json)
                .build());
    }

    private static String session(String socket) {
        return "{\"value\":{\"sessionId\":\"4f05\",\"capabilities\":{\"browserName\":\"chrome\","
                + "\"browserVersion\":\"156.0.8078.108\",\"se:cdp\":\"" + socket + "\"}}}";
    }

    private static String error(String message) {
        return "{\"value\":{\"error\":\"session not created\",\"message\":\"" + message + "\"}}";
    }

    private static String node(String browser, String session) {
        return "{\"availability\":\"UP\",\"maxSessions\":1,\"slots\":[" + slot(browser, session) + "]}";
    }

    private static String slot(String browser, String session) {
        return "{\"session\":" + session + ",\"stereotype\":{\"browserName\":\"" + browser + "\"}}";
    }
}
