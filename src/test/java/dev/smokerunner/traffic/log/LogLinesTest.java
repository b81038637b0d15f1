package dev.smokerunner.traffic.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as the makers of logs document them, with other names. */
class LogLinesTest {
    private static final String CLOUDFRONT_FIELDS =
            "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)"
                    + " cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
                    + " x-edge-request-id x-host-header cs-protocol";

    private final LogLines lines = new LogLines();

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(
                        "common",
                        "192.0.2.1 - frank [10/Oct/2026:13:55:36 -0700] \"GET /signup/?q=1 HTTP/1.0\" 200 2326",
                        new LogEntry(Instant.parse("2026-10-10T20:55:00Z"), "", "/signup/", 200)),
                Arguments.of(
                        "combined",
                        "2001:db8::1 - - [29/Nov/2026:09:05:59 +0000] \"POST /api/form HTTP/2.0\" 502 0"
                                + " \"https://www.example.com/?a=\\\"b\" \"Mozilla/5.0 (X11; Linux x86_64)\"",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "", "/api/form", 502)),
                Arguments.of(
                        "combined, with the host before it",
                        "www.example.com:443 192.0.2.1 - - [29/Nov/2026:09:05:59 +0000] \"GET / HTTP/1.1\" 304 -"
                                + " \"-\" \"curl/8\"",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/", 304)),
                Arguments.of(
                        "combined, of a proxy",
                        "192.0.2.1 - - [29/Nov/2026:09:05:59 +0000] \"GET http://www.example.com/a/b?c HTTP/1.1\" 200 1",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "", "/a/b", 200)),
                Arguments.of(
                        "combined, of a visitor with a quote in the path",
                        "192.0.2.1 - - [29/Nov/2026:09:05:59 +0000] \"GET /a\\\"b HTTP/1.1\" 404 1",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "", "/a\\\"b", 404)),
                Arguments.of(
                        "S3",
                        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be signup-bucket"
                                + " [06/Feb/2026:00:00:38 +0000] 192.0.2.3 - 3E57427F3EXAMPLE WEBSITE.GET.OBJECT"
                                + " js/main-3f9a.js \"GET /js/main-3f9a.js HTTP/1.1\" 404 NoSuchKey 303 - 28 - \"-\""
                                + " \"Mozilla/5.0\" - hostid= - TLS_AES - signup.s3-website.example.com - - -",
                        new LogEntry(Instant.parse("2026-02-06T00:00:00Z"), "", "/js/main-3f9a.js", 404)),
                Arguments.of(
                        "S3, of what it did by itself",
                        "79a59df900b949e5 signup-bucket [06/Feb/2026:00:00:38 +0000] - AmazonS3 8E57 S3.EXPIRE.OBJECT"
                                + " old.js \"-\" - - - 12 - - \"-\" \"-\" - - - - - - - -",
                        new LogEntry(Instant.parse("2026-02-06T00:00:00Z"), "", "", 0)),
                Arguments.of(
                        "Cloudflare",
                        "{\"ClientIP\":\"192.0.2.1\",\"ClientRequestHost\":\"www.example.com\","
                                + "\"ClientRequestURI\":\"/signup/?utm=x\",\"EdgeResponseStatus\":200,"
                                + "\"EdgeStartTimestamp\":\"2026-11-29T09:05:59Z\",\"Cookies\":{\"a\":[1]},\"RayID\":\"3a6\"}",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/signup/", 200)),
                Arguments.of(
                        "Cloudflare, in nanoseconds",
                        "{\"ClientRequestHost\":\"www.example.com\",\"ClientRequestPath\":\"/\",\"EdgeResponseStatus\":503,"
                                + "\"EdgeStartTimestamp\":1795943159000000000}",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/", 503)),
                Arguments.of(
                        "Akamai DataStream",
                        "{\"version\":1,\"cp\":\"123456\",\"reqId\":\"1239f220\",\"reqTimeSec\":\"1795943159.000\",\"bytes\":\"4995\","
                                + "\"cliIP\":\"128.147.28.68\",\"statusCode\":\"206\",\"reqHost\":\"www.example.com\","
                                + "\"reqMethod\":\"GET\",\"reqPath\":\"signup/js/main.js\",\"queryStr\":\"cmcd=x\"}",
                        new LogEntry(
                                Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/signup/js/main.js", 206)),
                Arguments.of(
                        "CloudFront in JSON",
                        "{\"date\":\"2026-11-29\",\"time\":\"09:05:59\",\"cs-uri-stem\":\"/\",\"sc-status\":\"200\","
                                + "\"x-host-header\":\"www.example.com\"}",
                        new LogEntry(Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/", 200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void readsTheFormat(String name, String line, LogEntry expected) {
        assertThat(lines.isRemark(line)).isFalse();
        assertThat(lines.read(line)).contains(expected);
    }

    @Test
    void readsTheFieldsThatALineBeforeThemNames() {
        assertThat(lines.isRemark("#Version: 1.0")).isTrue();
        assertThat(lines.isRemark(CLOUDFRONT_FIELDS)).isTrue();

        assertThat(lines.read("2026-11-29\t09:05:59\tLAX1\t2390282\t192.0.2.202\tGET\td111111abcdef8.cloudfront.net"
                        + "\t/signup/index.html\t200\t-\tMozilla/5.0%20(Windows)\tq=1\t-\tHit\tSOX4xwn4=="
                        + "\twww.example.com\thttps"))
                .contains(new LogEntry(
                        Instant.parse("2026-11-29T09:05:00Z"), "www.example.com", "/signup/index.html", 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "milk and bread",
                "[",
                "[10/Oct/2026:13:55:36 -0700]",
                "192.0.2.1 - - [99/Oct/2026:13:55:36 -0700] \"GET / HTTP/1.0\" 200 1",
                "192.0.2.1 - - [10/Oct/2026:13:55:36 -0700] \"GET / HTTP/1.0",
                "192.0.2.1 - - [10/Oct/2026:13:55:36 -0700] \"GET / HTTP/1.0\"",
                "192.0.2.1 - - [10/Oct/2026:13:55:36 -0700] \"GET / HTTP/1.0\" twohundred 1",
                "192.0.2.1 - - [10/Oct/2026:13:55:36 -0700] \"\\x16\\x03\\x01\" 400 1",
                "192.0.2.1 - - [10/Oct/2026:13:55:36 -0700] \"GET \" 400 1",
                "{\"ClientRequestPath\":",
                "{}",
                "{\"reqPath\":\"/\",\"statusCode\":\"200\",\"reqTimeSec\":\"99999999999999999999\"}",
                "{\"reqPath\":\"/\",\"statusCode\":\"200\",\"reqTimeSec\":\"soon\"}",
                "2026-11-29\t09:05:59\tLAX1",
            })
    void takesNoOtherLineForARequest(String line) {
        assertThat(lines.read(line)).isEmpty();
        lines.isRemark(CLOUDFRONT_FIELDS);
        assertThat(lines.read(line)).isEmpty();
    }
}
