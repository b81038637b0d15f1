package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyIT {
    @TempDir
    Path dist;

    private final MockWebServer api = new MockWebServer();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .readTimeout(5, TimeUnit.SECONDS)
            .build();
    private ServedTarget served;

    @BeforeEach
    void serve() throws Exception {
        api.start(InetAddress.getByName("127.0.0.1"), 0);
        Files.writeString(dist.resolve("index.html"), "<h1>start</h1>");
        served = open(api.url("/").uri());
    }

    @AfterEach
    void stop() {
        served.close();
        api.close();
    }

    @Test
    void passesMethodPathQueryHeadersAndBodyOn() throws Exception {
        api.enqueue(new MockResponse.Builder()
                .code(201)
                .addHeader("Content-Type", "application/json")
                .addHeader("Set-Cookie", "a=1")
                .addHeader("Set-Cookie", "b=2")
                .body("{}")
                .build());
        Request post = new Request.Builder()
                .url(served.url() + "api/details?x=%20y")
                .header("X-Token", "t")
                .post(RequestBody.create("{\"name\":1}", MediaType.get("application/json")))
                .build();

        try (Response response = client.newCall(post).execute()) {
            assertThat(response.code()).isEqualTo(201);
            assertThat(response.header("Content-Type")).isEqualTo("application/json");
            assertThat(response.headers("Set-Cookie")).containsExactlyInAnyOrder("a=1", "b=2");
            assertThat(response.body().string()).isEqualTo("{}");
        }
        RecordedRequest request = api.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/details?x=%20y");
        assertThat(request.getHeaders().get("X-Token")).isEqualTo("t");
        assertThat(request.getHeaders().get("Host")).isEqualTo(api.getHostName() + ":" + api.getPort());
        assertThat(request.getBody()).isNotNull();
        assertThat(String.valueOf(request.getBody().utf8())).isEqualTo("{\"name\":1}");
    }

    @Test
    void passesOnlyWhatIsBelowThePrefix() throws IOException {
        try (Response response = get("index.html")) {
            assertThat(response.body().string()).isEqualTo("<h1>start</h1>");
        }
        assertThat(api.getRequestCount()).isZero();
    }

    @Test
    void passesAnErrorAndARedirectBackAsTheyAre() throws IOException {
        api.enqueue(new MockResponse.Builder().code(500).body("sorry").build());
        api.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://login.example/")
                .build());

        try (Response response = get("api/a")) {
            assertThat(response.code()).isEqualTo(500);
            assertThat(response.body().string()).isEqualTo("sorry");
        }
        try (Response response = get("api/b")) {
            assertThat(response.code()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo("https://login.example/");
        }
    }

    @Test
    void passesEncodedBytesBackAsTheyAre() throws IOException {
        api.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "br")
                .body("not touched")
                .build());

        try (Response response = get("api/a")) {
            assertThat(response.header("Content-Encoding")).isEqualTo("br");
            assertThat(response.body().string()).isEqualTo("not touched");
        }
    }

    @Test
    void doesNotHoldAnEventStreamBack() throws IOException {
        // The second event comes only when the test is long over.
        api.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .chunkedBody("data: 1\n\ndata: 2\n\n", 9)
                .throttleBody(14, 60, TimeUnit.SECONDS)
                .build());

        try (Response response = get("api/events")) {
            assertThat(response.body().source().readUtf8Line()).isEqualTo("data: 1");
        }
    }

    @Test
    void saysWhyThereIsNoAnswer() throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }
        served.close();
        served = open(URI.create("http://127.0.0.1:" + free + "/"));

        try (Response response = get("api/a")) {
            assertThat(response.code()).isEqualTo(502);
            assertThat(response.body().string())
                    .isEqualTo("The proxy for /api/ got no answer from 127.0.0.1:" + free + ": ConnectException\n");
        }
    }

    @Test
    void doesNotMakeHalfAnAnswerLookWhole() {
        api.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(100_000), 1000)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> {
                    try (Response response = get("api/a")) {
                        response.body().string();
                    }
                }))
                .isInstanceOf(IOException.class);
    }

    private ServedTarget open(URI to) throws PackageException {
        return Targets.open(new Target.Package(dist, Map.of("/api/", to)), ProxySelector.of(null));
    }

    private Response get(String path) throws IOException {
        return client.newCall(new Request.Builder().url(served.url() + path).build())
                .execute();
    }
}
