package dev.smokerunner.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** Serves a directory on loopback, with the faults that its {@code faults} file lists. */
public final class FaultySite implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("js", "text/javascript"),
            Map.entry("mjs", "text/javascript"),
            Map.entry("css", "text/css"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain"),
            Map.entry("xml", "application/xml"));

    private final MockWebServer server = new MockWebServer();
    private final Path files;
    private final String address;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile List<Fault> faults = List.of();
    private volatile Function<String, Map<String, String>> usual = path -> Map.of();

    private FaultySite(Path files, String address) {
        this.files = files;
        this.address = address;
    }

    /** Starts serving {@code directory}; {@code faults} may be a file that does not exist. */
    public static FaultySite serve(Path directory, Path faults) throws IOException {
        return serve(directory).failing(Files.exists(faults) ? Files.readAllLines(faults) : List.of());
    }

    /** Starts serving {@code directory} without fault. */
    public static FaultySite serve(Path directory) throws IOException {
        return serve(directory, "127.0.0.1");
    }

    /** Starts serving {@code directory} without fault on an address of this machine. */
    public static FaultySite serve(Path directory, String address) throws IOException {
        FaultySite site = new FaultySite(directory, address);
        site.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return site.answer(request);
            }
        });
        site.server.start(InetAddress.getByName(address), 0);
        return site;
    }

    /** Lets it fail from now on as lines of a {@code faults} file say; of several lines for a request the first holds. */
    public FaultySite failing(List<String> lines) {
        faults = Fault.parse(lines);
        return this;
    }

    /** Lets it send header fields with each good answer, by the path that was asked for. */
    public FaultySite usuallySending(Function<String, Map<String, String>> headers) {
        usual = headers;
        return this;
    }

    /** Where the site is. */
    public URI url() {
        return URI.create("http://" + address + ":" + server.getPort() + "/");
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
        Fault.Asked question = new Fault.Asked(
                request.getMethod(),
                path,
                asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet(),
                Objects.requireNonNullElse(request.getHeaders().get("User-Agent"), ""),
                Objects.requireNonNullElse(request.getHeaders().get("Cookie"), ""),
                Files.isRegularFile(file(path)));
        Optional<Fault> fault = faults.stream().filter(f -> f.isFor(question)).findFirst();
        try {
            return fault.isPresent() ? faulty(path, fault.get()) : good(path);
        } catch (IOException e) {
            return new MockResponse.Builder().code(500).body(e.toString()).build();
        }
    }

    /** The file of a path; what climbs out of the site is the site itself, which is none. */
    private Path file(String path) {
        String sound = path.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        String name = URLDecoder.decode(sound, StandardCharsets.UTF_8);
        Path file = files.resolve((name.endsWith("/") ? name + "index.html" : name).substring(1))
                .normalize();
        return file.startsWith(files.normalize()) ? file : files;
    }

    private MockResponse good(String path) throws IOException {
        Path file = file(path);
        if (!Files.isRegularFile(file)) {
            return new MockResponse.Builder()
                    .code(404)
                    .setHeader("Content-Type", "text/html")
                    .body("<h1>Not Found</h1>")
                    .build();
        }
        MockResponse.Builder response = new MockResponse.Builder();
        usual.apply(path).forEach(response::setHeader);
        return withBody(response, read(file), type(file.getFileName().toString()));
    }

    /** The file's bytes; a page names this server's other origin as {@code OTHER-ORIGIN}. */
    private byte[] read(Path file) throws IOException {
        return file.toString().endsWith(".html")
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                        .replace("OTHER-ORIGIN", "http://localhost:" + server.getPort())
                        .getBytes(StandardCharsets.ISO_8859_1)
                : Files.readAllBytes(file);
    }

    private MockResponse faulty(String path, Fault fault) throws IOException {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(fault.number("status", 200))
                .headersDelay(fault.number("delay", 0), TimeUnit.MILLISECONDS);
        usual.apply(path).forEach(response::setHeader);
        fault.headers().forEach(response::setHeader);
        if (fault.has("hang")) {
            return response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
        }
        if (fault.has("reset")) {
            return response.onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        if (fault.has("redirect")) {
            return response.code(fault.number("status", 302))
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
        Path file = fault.has("file") ? files.resolve(fault.word("file", "")) : file(path);
        boolean hasBody = Files.isRegularFile(file) && !fault.has("empty");
        byte[] bytes = hasBody ? read(file) : new byte[0];
        String type = fault.word("type", type(file.getFileName().toString()));
        if (fault.has("gzip")) {
            return withBody(response, gzipped(bytes), type);
        }
        if (fault.has("halve")) {
            return withBody(response, Arrays.copyOf(bytes, bytes.length / 2), type);
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

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static MockResponse withBody(MockResponse.Builder response, byte[] bytes, String type) {
        return (type.equals("none") ? response : response.setHeader("Content-Type", type))
                .body(new Buffer().write(bytes))
                .build();
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
