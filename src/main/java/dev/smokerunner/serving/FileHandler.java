package dev.smokerunner.serving;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Answers for the files of a package as a bucket behind a CDN does. */
final class FileHandler {
    private static final String INDEX = "index.html";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PackedFiles files;

    FileHandler(PackedFiles files) {
        this.files = files;
    }

    void handle(HttpExchange exchange, String rawPath) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ShortResponses.s3Error(
                    exchange, 405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
            return;
        }
        String key;
        try {
            key = PercentDecoding.decode(rawPath.substring(1));
        } catch (CharacterCodingException e) {
            ShortResponses.s3Error(exchange, 400, "InvalidURI", "Couldn't parse the specified URI.");
            return;
        }
        String asked = key.isEmpty() || key.endsWith("/") ? key + INDEX : key;
        if (files.has(asked)) {
            send(exchange, asked);
        } else if (files.has(key + "/" + INDEX)) {
            exchange.getResponseHeaders().set("Location", rawPath + "/");
            exchange.sendResponseHeaders(302, -1);
        } else {
            // Who may not list a bucket is not told that a key does not exist.
            ShortResponses.s3Error(exchange, 403, "AccessDenied", "Access Denied");
        }
    }

    private void send(HttpExchange exchange, String key) throws IOException {
        long size = files.bytes(key);
        Instant changed = files.changed(key);
        String tag = "\"" + Long.toHexString(changed.toEpochMilli()) + "-" + Long.toHexString(size) + "\"";
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", ContentTypes.of(key));
        headers.set("ETag", tag);
        headers.set("Last-Modified", HTTP_DATE.format(changed));
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD") || size == 0) {
            headers.set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(200, -1);
        } else {
            try (InputStream bytes = files.open(key)) {
                exchange.sendResponseHeaders(200, size);
                copy(bytes, exchange.getResponseBody(), size);
            }
        }
    }

    /** No more than was announced, also where the file grows meanwhile. */
    private static void copy(InputStream from, OutputStream to, long size) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = size;
        while (left > 0) {
            int count = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            to.write(buffer, 0, count);
            left -= count;
        }
    }
}
