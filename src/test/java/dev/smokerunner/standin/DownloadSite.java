package dev.smokerunner.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Where Chrome for Testing and its driver are fetched from, on loopback: zips that hold a script which says its version. */
public final class DownloadSite implements AutoCloseable {
    /** What it has: of a major version that no machine has installed. */
    public static final String VERSION = "299.0.8078.79";

    private static final List<String> PLATFORMS = List.of("linux64", "mac-arm64", "mac-x64", "win32", "win64");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private boolean isTruncated;
    private boolean isEmpty;

    /** Starts it on a free port. */
    public DownloadSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its root. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths that were asked for so far. */
    public List<String> asked() {
        return asked;
    }

    /** From now on zips end in the middle. */
    public DownloadSite truncated() {
        isTruncated = true;
        return this;
    }

    /** From now on there is nothing: another host than the mirror. */
    public DownloadSite empty() {
        isEmpty = true;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] body = body(path);
        exchange.sendResponseHeaders(
                isEmpty || body.length == 0 ? 404 : 200, isEmpty || body.length == 0 ? -1 : body.length);
        if (!isEmpty && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte[] body(String path) throws IOException {
        if (path.endsWith(".zip")) {
            String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".zip".length());
            byte[] zip = zip(name, name.substring(0, name.indexOf('-')));
            return isTruncated ? Arrays.copyOf(zip, zip.length / 2) : zip;
        }
        if (path.endsWith(".json")) {
            return JsonMapper.shared().writeValueAsBytes(versions());
        }
        return path.contains("LATEST_RELEASE") ? VERSION.getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private Map<String, ?> versions() {
        Map<String, ?> version = Map.of(
                "version",
                VERSION,
                "revision",
                "1",
                "channel",
                "Stable",
                "downloads",
                Map.of("chrome", files("chrome"), "chromedriver", files("chromedriver")));
        return Map.of(
                "timestamp", "2026-11-28T00:00:00Z",
                "channels", Map.of("Stable", version, "Beta", version, "Dev", version, "Canary", version),
                "versions", List.of(version),
                "milestones", Map.of("299", version));
    }

    private List<Map<String, String>> files(String program) {
        return PLATFORMS.stream()
                .map(platform -> Map.of(
                        "platform",
                        platform,
                        "url",
                        url() + "/" + VERSION + "/" + platform + "/" + program + "-" + platform + ".zip"))
                .toList();
    }

    private static byte[] zip(String folder, String program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(folder + "/" + program);
            entry.setUnixMode(0100755);
            zip.putArchiveEntry(entry);
            zip.write(("#!/bin/sh\necho \"" + program + " " + VERSION + "\"\n").getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
