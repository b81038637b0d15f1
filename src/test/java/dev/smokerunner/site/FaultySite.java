package dev.smokerunner.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** Serves a directory on loopback, with the faults that its {@code faults} file lists. */
public final class FaultySite implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "mjs", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "xml", "application/xml");

    private final MockWebServer server = new MockWebServer();
    private final Path files;
    private final List<Fault> faults;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    private FaultySite(Path files, List<Fault> faults) {
        this.files = files;
        this.faults = faults;
    }

    /** Starts serving {@code directory}; {@code faults} may be a file that does not exist. */
    public static FaultySite serve(Path directory, Path faults) throws IOException {
        List<String> lines = Files.exists(faults) ? Files.readAllLines(faults) : List.of();
        FaultySite site = new FaultySite(directory, Fault.parse(lines));
        site.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return site.answer(request);
            }
        });
        site.server.start(InetAddress.getLoopbackAddress(), 0);
        return site;
    }

    /** Where the site is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/");
    }

    /** How many requests came in. */
    public int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        int time = asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        String agent = Objects.requireNonNullElse(request.getHeaders().get("User-Agent"), "");
        Optional<Fault> fault =
                faults.stream().filter(f -> f.isFor(path, time, agent)).findFirst();
        try {
            return fault.isPresent() ? faulty(path, fault.get()) : good(path);
        } catch (IOException e) {
            return new MockResponse.Builder().code(500).body(e.toString()).build();
        }
    }

    private MockResponse good(String path) throws IOException {
        String name = path.endsWith("/") ? path + "index.html" : path;
        Path file = files.resolve(name.substring(1));
        if (!Files.isRegularFile(file)) {
            return new MockResponse.Builder()
                    .code(404)
                    .setHeader("Content-Type", "text/html")
                    .body("<h1>Not Found</h1>")
                    .build();
        }
        return withBody(new MockResponse.Builder(), Files.readAllBytes(file), type(name));
    }

    private MockResponse faulty(String path, Fault fault) throws IOException {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(fault.number("status", 200))
                .headersDelay(fault.number("delay", 0), TimeUnit.MILLISECONDS);
        fault.headers().forEach(response::setHeader);
        if (fault.has("hang")) {
            return response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
        }
        if (fault.has("reset")) {
            return response.onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        if (fault.has("redirect")) {
            return response.code(302)
                    .setHeader("Location", fault.word("redirect", "/"))
                    .build();
        }
        if (fault.has("stream")) {
            return response.setHeader("Content-Type", fault.word("type", "text/event-stream"))
                    .body(": open\n\n")
                    .removeHeader("Content-Length")
                    .onResponseEnd(SocketEffect.Stall.INSTANCE)
                    .build();
        }
        return bodied(path, fault, response);
    }

    private MockResponse bodied(String path, Fault fault, MockResponse.Builder response) throws IOException {
        String name = fault.word("file", path.endsWith("/") ? path.substring(1) + "index.html" : path.substring(1));
        Path file = files.resolve(name);
        byte[] bytes = Files.isRegularFile(file) && !fault.has("empty") ? Files.readAllBytes(file) : new byte[0];
        String type = fault.word("type", type(name));
        if (fault.has("halve")) {
            return withBody(response, java.util.Arrays.copyOf(bytes, bytes.length / 2), type);
        }
        if (fault.has("cut")) {
            Buffer start = new Buffer().write(bytes, 0, fault.number("cut", 0));
            return response.setHeader("Content-Type", type)
                    .body(start)
                    .setHeader("Content-Length", bytes.length)
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build();
        }
        return withBody(response, bytes, type);
    }

    private static MockResponse withBody(MockResponse.Builder response, byte[] bytes, String type) {
        return response.setHeader("Content-Type", type)
                .body(new Buffer().write(bytes))
                .build();
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
