package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.Role;
import dev.smokerunner.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetcherIT {
    private final MockWebServer server = new MockWebServer();
    private final Lookers lookers = new Lookers();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void recordsAWholeAnswer() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/javascript")
                .addHeader("X-Cache", "HIT")
                .body("run()")
                .build());

        HttpAnswer answer = lookers.look(url("/a.js"));

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.tries()).isEqualTo(1);
        assertThat(answer.whole()).hasValueSatisfying(response -> {
            assertThat(response.headers().mediaType()).isEqualTo("text/javascript");
            assertThat(response.headers().first("x-cache")).contains("HIT");
            assertThat(response.body().text()).isEqualTo("run()");
            assertThat(response.body().sha256()).isEqualTo(sha256("run()"));
        });
    }

    @Test
    void introducesItselfLikeABrowserAndByName() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        lookers.look(url("/"), Role.DOCUMENT);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("User-Agent"))
                .startsWith("Mozilla/5.0")
                .contains("SmokeRunner");
        assertThat(request.getHeaders().get("Accept")).startsWith("text/html");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip, deflate, br");
    }

    @Test
    void doesNotAskForHtmlWhereAScriptIsExpected() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());

        lookers.look(url("/a.js"), Role.SCRIPT);

        assertThat(server.takeRequest().getHeaders().get("Accept")).isEqualTo("*/*");
    }

    @Test
    void sendsHeadersAndCredentialsToThePagesOwnOriginOnly() throws IOException, InterruptedException {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.getByName("127.0.0.1"), 0);
            other.enqueue(new MockResponse.Builder().build());
            server.enqueue(redirect(302, other.url("/").toString()));
            HttpOptions options =
                    HttpOptions.of(url("/")).with(Map.of("X-Smoke", "1"), Optional.of(new Secret("me:geheim")));

            lookers.look(url("/"), Role.DOCUMENT, options);

            RecordedRequest own = server.takeRequest();
            assertThat(own.getHeaders().get("X-Smoke")).isEqualTo("1");
            assertThat(own.getHeaders().get("Authorization")).isEqualTo("Basic bWU6Z2VoZWlt");
            RecordedRequest foreign = other.takeRequest();
            assertThat(foreign.getHeaders().get("X-Smoke")).isNull();
            assertThat(foreign.getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void asksForAUrlOnceHoweverManyNameIt() {
        server.setDispatcher(always(new MockResponse.Builder().body("x").build()));
        try (HttpFetcher looker = lookers.looker(HttpOptions.of(url("/")))) {
            List<CompletableFuture<HttpAnswer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> looker.ask(url("/a.js"), Role.SCRIPT))
                    .toList();

            assertThat(answers).allMatch(answer -> answer.join().isOk());
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void asksAnewForWhatItWasToldToForget() {
        server.setDispatcher(always(new MockResponse.Builder().body("x").build()));
        try (HttpFetcher looker = lookers.looker(HttpOptions.of(url("/")))) {
            looker.look(url("/a.js"), Role.SCRIPT);
            looker.forget(url("/a.js"));
            looker.look(url("/a.js"), Role.SCRIPT);

            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void healsWhatIsUnavailableForAMoment() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "1")
                .build());
        server.enqueue(new MockResponse.Builder().body("x").build());

        HttpAnswer answer = lookers.look(url("/a.js"));

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.attempts()).containsExactly(new HttpAnswer.Attempt("503", false));
        assertThat(lookers.pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void countsAnAnswerThatTheClientLibraryWouldRepeatByItself() {
        server.setDispatcher(always(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build()));

        HttpAnswer answer = lookers.look(url("/a.js"));

        assertThat(answer.attempts())
                .containsExactly(new HttpAnswer.Attempt("503", false), new HttpAnswer.Attempt("503", false));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void countsARequestTimeOutThatTheClientLibraryWouldRepeatByItself() {
        server.setDispatcher(always(new MockResponse.Builder().code(408).build()));

        assertThat(lookers.look(url("/a.js")).tries()).isEqualTo(3);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void confirmsAMissingFileOnce() {
        server.setDispatcher(always(new MockResponse.Builder().code(404).build()));

        HttpAnswer answer = lookers.look(url("/a.js"));

        assertThat(answer.whole().orElseThrow().status()).isEqualTo(404);
        assertThat(answer.tries()).isEqualTo(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void keepsAMissingFileMissingThoughASecondServerHasIt() {
        server.enqueue(new MockResponse.Builder().code(404).build());
        server.enqueue(new MockResponse.Builder().body("x").build());

        HttpAnswer answer = lookers.look(url("/a.js"));

        assertThat(answer.whole().orElseThrow().status()).isEqualTo(404);
        assertThat(answer.attempts()).containsExactly(new HttpAnswer.Attempt("200", true));
    }

    @Test
    void answersWhoStillWaitsWhenItIsClosed() {
        server.setDispatcher(always(new MockResponse.Builder()
                .headersDelay(30, java.util.concurrent.TimeUnit.SECONDS)
                .build()));
        HttpFetcher looker = lookers.looker(HttpOptions.of(url("/")).with(Duration.ofSeconds(30)));
        List<CompletableFuture<HttpAnswer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> looker.ask(url("/" + i), Role.SCRIPT))
                .toList();

        looker.close();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get(2, java.util.concurrent.TimeUnit.SECONDS)
                        .failure()
                        .orElseThrow()
                        .quote()
                        .text())
                .isNotEmpty());
        assertThat(looker.look(url("/late"), Role.SCRIPT).failure()).isPresent();
    }

    private static String sha256(String text) {
        return okio.ByteString.encodeUtf8(text).sha256().hex();
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }

    private URI url(String path) {
        return server.url(path).uri();
    }
}
