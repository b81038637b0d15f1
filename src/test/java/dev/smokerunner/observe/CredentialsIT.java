package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That plain HTTP asks for what a page names as a browser does. */
class CredentialsIT {
    private static final String PAGE =
            "<!doctype html><link rel=manifest href=/m.webmanifest><link rel=stylesheet href=/a.css>"
                    + "<script src=/a.js></script><script src=/b.js crossorigin></script><script type=module src=/c.js></script>";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Headers> asked = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpView look(String html) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(html, request);
            }
        });
        URI page = server.url("/").uri();
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(page), Map.of(), Sleeper.SYSTEM)) {
            PageScripts scripts = new PageScripts(
                    new ScriptMemory(), url -> true, new Deadline(Duration.ofMinutes(1), System::nanoTime));
            ListedFiles listed = new ListedFiles(url -> true, new Deadline(Duration.ofMinutes(1), System::nanoTime));
            return new HttpPageObserver(http, url -> true, scripts, listed, false).at(page, 200);
        }
    }

    private MockResponse answer(String html, RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        asked.putIfAbsent(path, request.getHeaders());
        if (path.equals("/")) {
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .addHeader("Set-Cookie", "pass=yes; Path=/; HttpOnly")
                    .body(html)
                    .build();
        }
        boolean isIn = String.valueOf(request.getHeaders().get("Cookie")).contains("pass=yes");
        return isIn
                ? new MockResponse.Builder()
                        .addHeader("Content-Type", "text/plain")
                        .body("{}")
                        .build()
                : new MockResponse.Builder().code(401).build();
    }

    private HttpAnswer manifest(String html) {
        return look(html).assets().get(server.url("/m.webmanifest").uri());
    }

    @Test
    void cookiesOfThePageGoWithAllButTheManifest() {
        HttpView view = look(PAGE);

        for (String path : List.of("/a.css", "/a.js", "/b.js", "/c.js")) {
            assertThat(asked.get(path).get("Cookie")).as(path).isEqualTo("pass=yes");
            assertThat(view.assets().get(server.url(path).uri()).isOk())
                    .as(path)
                    .isTrue();
        }
        assertThat(asked.get("/m.webmanifest").get("Cookie")).isNull();
    }

    @Test
    void aManifestThatOnlyLacksCredentialsIsKnownAsThat() {
        HttpAnswer answer = manifest(PAGE);

        assertThat(answer.isOk()).isFalse();
        assertThat(answer.openToCredentials()).isTrue();
    }

    @Test
    void aManifestIsAskedForWithCredentialsWhereTheLinkSaysSo() {
        assertThat(manifest("<!doctype html><link rel=manifest crossorigin=use-credentials href=/m.webmanifest>")
                        .isOk())
                .isTrue();
    }

    @Test
    void requestsSayWhatTheyAreForAndWhoAsks() {
        look(PAGE);

        assertThat(asked.get("/").get("Sec-Fetch-Dest")).isEqualTo("document");
        assertThat(asked.get("/").get("Sec-Fetch-Site")).isEqualTo("none");
        assertThat(asked.get("/a.js").get("Sec-Fetch-Mode")).isEqualTo("no-cors");
        assertThat(asked.get("/b.js").get("Sec-Fetch-Mode")).isEqualTo("cors");
        assertThat(asked.get("/c.js").get("Sec-Fetch-Mode")).isEqualTo("cors");
        assertThat(asked.get("/a.css").get("Sec-Fetch-Dest")).isEqualTo("style");
        assertThat(asked.get("/a.css").get("Sec-Fetch-Site")).isEqualTo("same-origin");
        assertThat(asked.get("/a.css").get("Referer")).isEqualTo(server.url("/").toString());
        assertThat(asked.get("/b.js").get("Origin")).isNull();
    }
}
