package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyIT {
    private static final byte[] TEXT = "run();".repeat(100).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

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
    void undoesGzip() throws IOException {
        serve("gzip", gzip(TEXT));

        assertThat(body().start(10_000)).isEqualTo(TEXT);
    }

    @Test
    void undoesDeflateWithAndWithoutItsHeader() throws IOException {
        serve("deflate", deflate(TEXT, false));
        serve("deflate", deflate(TEXT, true));

        assertThat(body().start(10_000)).isEqualTo(TEXT);
        assertThat(body().start(10_000)).isEqualTo(TEXT);
    }

    @Test
    void undoesBrotli() {
        serve("br", Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD"));

        assertThat(body().text()).isEqualTo("hello world");
    }

    @Test
    void undoesTwoEncodingsInTheRightOrder() throws IOException {
        serve("deflate, gzip", gzip(deflate(TEXT, false)));

        assertThat(body().start(10_000)).isEqualTo(TEXT);
    }

    @Test
    void passesOverAnEncodingThatBrowsersPassOver() {
        serve("aws-chunked", TEXT);

        assertThat(body().start(10_000)).isEqualTo(TEXT);
    }

    @Test
    void takesNothingAsNothingInEachEncoding() {
        serve("gzip", new byte[0]);

        assertThat(body().length()).isZero();
    }

    @Test
    void tellsPlainBytesThatClaimToBeGzip() {
        serve("gzip", TEXT);

        HttpAnswer answer = lookers.look(url());

        assertThat(answer.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.DECODING);
            assertThat(failure.quote().text()).isEqualTo("says Content-Encoding: gzip and is not: Not in GZIP format");
        });
        assertThat(answer.response())
                .hasValueSatisfying(r -> assertThat(r.status()).isEqualTo(200));
        assertThat(answer.tries()).isEqualTo(1);
    }

    @Test
    void tellsPlainBytesThatClaimToBeBrotli() {
        serve("br", TEXT);

        assertThat(lookers.look(url()).failure().orElseThrow().kind()).isEqualTo(Kind.DECODING);
    }

    @Test
    void tellsGzipThatEndsInTheMiddle() throws IOException {
        byte[] whole = gzip(TEXT);
        for (int i = 0; i < 3; i++) {
            serve("gzip", java.util.Arrays.copyOf(whole, whole.length - 12));
        }

        assertThat(lookers.look(url()).failure().orElseThrow().kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void leavesGzipWithoutItsHeaderFieldAsItIs() throws IOException {
        server.enqueue(
                new MockResponse.Builder().body(new Buffer().write(gzip(TEXT))).build());

        assertThat(body().start(2)).containsExactly(0x1f, 0x8b);
    }

    @Test
    void stopsABombWithinItsLimits() throws IOException {
        serve("gzip", bomb(256 << 20));
        HttpOptions options = HttpOptions.of(url()).with(new BodyLimits(1 << 20, 1 << 20, 8 << 20, 4 << 20));

        HttpAnswer answer = lookers.look(url(), Role.SCRIPT, options);

        assertThat(answer.failure().orElseThrow().quote().text()).isEqualTo("the body is larger than 4194304 bytes");
        assertThat(answer.response()).hasValueSatisfying(response -> {
            assertThat(response.body().start(Integer.MAX_VALUE).length).isEqualTo(1 << 20);
            assertThat(response.body().sha256()).isEmpty();
        });
    }

    @Test
    void findsNoFaultInAFilmThatIsLongerThanItsLimit() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(5000)).build());
        HttpOptions options = HttpOptions.of(url()).with(new BodyLimits(1000, 1000, 100_000, 2000));

        HttpAnswer answer = lookers.look(url(), Role.OTHER, options);

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.whole().orElseThrow().body().isCut()).isFalse();
    }

    @Test
    void digestsAllButKeepsTheStart() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(5000)).build());
        HttpOptions options = HttpOptions.of(url()).with(new BodyLimits(1000, 1000, 100_000, 1 << 20));

        Body body =
                lookers.look(url(), Role.SCRIPT, options).whole().orElseThrow().body();

        assertThat(body.isCut()).isTrue();
        assertThat(body.length()).isEqualTo(5000);
        assertThat(body.text()).hasSize(1000);
        assertThat(body.sha256())
                .isEqualTo(okio.ByteString.encodeUtf8("x".repeat(5000)).sha256().hex());
    }

    @Test
    void keepsABoundedAmountInAllButAlwaysEnoughToTellWhatItIs() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().body("x".repeat(50_000)).build());
        }
        HttpOptions options = HttpOptions.of(url()).with(new BodyLimits(1 << 20, 1 << 20, 60_000, 1 << 20));

        try (HttpFetcher looker = lookers.looker(options)) {
            assertThat(kept(looker, "/1")).isEqualTo(50_000);
            assertThat(kept(looker, "/2")).isEqualTo(10_000);
            assertThat(kept(looker, "/3")).isEqualTo(BodyLimits.LEAST);
        }
    }

    private int kept(HttpFetcher looker, String path) {
        return looker.look(server.url(path).uri(), Role.SCRIPT)
                .whole()
                .orElseThrow()
                .body()
                .start(Integer.MAX_VALUE)
                .length;
    }

    private Body body() {
        return lookers.look(url()).whole().orElseThrow().body();
    }

    private void serve(String encoding, byte[] bytes) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", encoding)
                .body(new Buffer().write(bytes))
                .build());
    }

    private URI url() {
        return server.url("/a.js").uri();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new DeflaterOutputStream(packed, new Deflater(9, raw))) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb(long size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            for (long written = 0; written < size; written += zeros.length) {
                stream.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
