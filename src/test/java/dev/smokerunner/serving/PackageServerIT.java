package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageServerIT {
    private static final String DENIED = "<Code>AccessDenied</Code>";

    @TempDir
    Path home;

    private final OkHttpClient client =
            new OkHttpClient.Builder().followRedirects(false).build();
    private ServedTarget served;

    @BeforeEach
    void serve() throws Exception {
        Files.writeString(home.resolve("secret.txt"), "SECRET");
        Path dist = Files.createDirectories(home.resolve("dist/docs")).getParent();
        Files.writeString(dist.resolve("index.html"), "<h1>start</h1>");
        Files.writeString(dist.resolve("docs/index.html"), "<h1>docs</h1>");
        Files.writeString(dist.resolve("Main-1.js"), "run()");
        Files.writeString(dist.resolve("a b+c.css"), "a{}");
        Files.writeString(dist.resolve("empty.js"), "");
        Files.writeString(dist.resolve("blob.xyz"), "?");
        Files.createSymbolicLink(dist.resolve("out.txt"), home.resolve("secret.txt"));
        served = Targets.open(new Target.Package(dist, Map.of()), ProxySelector.of(null));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html; charset=utf-8, <h1>start</h1>",
        "index.html?x=1, text/html; charset=utf-8, <h1>start</h1>",
        "docs/, text/html; charset=utf-8, <h1>docs</h1>",
        "Main-1.js, text/javascript; charset=utf-8, run()",
        "a%20b+c.css, text/css; charset=utf-8, a{}",
        "empty.js, text/javascript; charset=utf-8, ''",
        "blob.xyz, binary/octet-stream, ?",
    })
    void servesAFileWithTheTypeOfItsName(String path, String type, String body) throws IOException {
        try (Response response = get(path)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Content-Type")).isEqualTo(type);
            assertThat(response.body().string()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"missing.js", "main-1.js", "MAIN-1.JS", "Main-1.js/", "missing/", "a%20b%20c.css", "out.txt"})
    void deniesAMissingKeyAsABucketDoes(String path) throws IOException {
        try (Response response = get(path)) {
            assertThat(response.code()).isEqualTo(403);
            assertThat(response.header("Content-Type")).isEqualTo("application/xml");
            assertThat(response.body().string()).contains(DENIED);
        }
    }

    @Test
    void leadsAFolderToItsSlash() throws IOException {
        try (Response response = get("docs")) {
            assertThat(response.code()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo("/docs/");
        }
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        Request head = new Request.Builder()
                .url(served.url().resolve("Main-1.js").toString())
                .head()
                .build();
        try (Response response = client.newCall(head).execute()) {
            assertThat(response.header("Content-Length")).isEqualTo("5");
            assertThat(response.body().string()).isEmpty();
        }
    }

    @Test
    void knowsWhatTheClientHasAlready() throws IOException {
        String tag;
        try (Response response = get("Main-1.js")) {
            tag = response.header("ETag");
        }
        Request again = new Request.Builder()
                .url(served.url().resolve("Main-1.js").toString())
                .header("If-None-Match", String.valueOf(tag))
                .build();
        try (Response response = client.newCall(again).execute()) {
            assertThat(response.code()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/../../../../../../etc/passwd",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/docs/..%2f..%2fsecret.txt",
                "/%252e%252e/secret.txt",
                "/..\\secret.txt",
                "/..%5csecret.txt",
                "/secret.txt%00.js",
                "/%00",
                "//etc/passwd",
                "/%c0%ae%c0%ae/secret.txt",
                "/./../secret.txt",
                "/out.txt",
                "/%zz",
                "secret.txt",
                "http://127.0.0.1/../secret.txt",
                "file:///etc/passwd",
            })
    void givesNoByteFromOutside(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|403|404) .*").doesNotContain("SECRET", "root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1"})
    void answersNoOtherHost(String host) throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("start");
    }

    @Test
    void answersNobodyWithoutAHost() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void takesNothing() throws IOException {
        assertThat(raw("PUT /a HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx"))
                .startsWith("HTTP/1.1 405 ");
    }

    @Test
    void listensOnLoopbackOnlyAndStopsWhenItIsClosed() {
        assertThat(served.url().getHost()).isEqualTo("127.0.0.1");

        served.close();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> get("").close()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void leavesALiveSiteWhereItIs() throws PackageException {
        URI url = URI.create("https://shop.example/app/");

        try (ServedTarget live = Targets.open(new Target.LiveSite(url), ProxySelector.of(null))) {
            assertThat(live.url()).isEqualTo(url);
        }
    }

    private Response get(String path) throws IOException {
        return client.newCall(new Request.Builder().url(served.url() + path).build())
                .execute();
    }

    private String host() {
        return served.url().getAuthority();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.url().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
