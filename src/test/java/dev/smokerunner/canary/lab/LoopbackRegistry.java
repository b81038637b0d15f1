package dev.smokerunner.canary.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A registry of npm on loopback, to which tests publish. */
public final class LoopbackRegistry implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Map<String, Map<String, Object>>> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> tarballs = new ConcurrentHashMap<>();

    /** A registry without packages. */
    public LoopbackRegistry() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getUrl().encodedPath().substring(1));
            }
        });
        server.start();
    }

    /** Its URL. */
    public String url() {
        return server.url("/").toString();
    }

    /** Publishes a version of a package whose code is one script. */
    public void publish(String name, String version, String script) throws IOException {
        publish(name, version, script, Map.of());
    }

    /**
     * The same with more in its manifest.
     *
     * @param more e.g. {@code dependencies} or {@code scripts}
     */
    public void publish(String name, String version, String script, Map<String, Object> more) throws IOException {
        Map<String, Object> manifest =
                new LinkedHashMap<>(Map.of("name", name, "version", version, "main", "index.js"));
        manifest.putAll(more);
        String file = name + "/-/" + name + "-" + version + ".tgz";
        byte[] tarball = tarball(Map.of("package.json", json(manifest), "index.js", script));
        tarballs.put(file, tarball);
        Map<String, Object> listed = new LinkedHashMap<>(manifest);
        ByteString bytes = ByteString.of(tarball);
        listed.put(
                "dist",
                Map.of(
                        "tarball",
                        url() + file,
                        "shasum",
                        bytes.sha1().hex(),
                        "integrity",
                        "sha512-" + bytes.sha512().base64()));
        manifests.computeIfAbsent(name, any -> new TreeMap<>()).put(version, listed);
    }

    private MockResponse answer(String path) {
        byte[] tarball = tarballs.get(path);
        if (tarball != null) {
            return new MockResponse.Builder().body(new Buffer().write(tarball)).build();
        }
        Map<String, Map<String, Object>> versions = manifests.get(path);
        if (versions == null) {
            return new MockResponse.Builder().code(404).body("{}").build();
        }
        String newest = versions.keySet().stream().reduce((one, other) -> other).orElseThrow();
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(json(Map.of("name", path, "versions", versions, "dist-tags", Map.of("latest", newest))))
                .build();
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static byte[] tarball(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("package/" + file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.close();
    }
}
