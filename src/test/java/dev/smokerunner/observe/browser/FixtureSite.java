package dev.smokerunner.observe.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A site on loopback whose pages are written by the tests. */
public final class FixtureSite implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What the server does with a request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A request that came. */
    public record Asked(String path, Map<String, List<String>> headers) {}

    public FixtureSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        on("/favicon.ico", status(204));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(path, exchange.getRequestHeaders()));
        try {
            answers.getOrDefault(path, content(404, "text/html", "<p>not here")).to(exchange);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    public FixtureSite on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** Serves a page; {@code head} and {@code body} are put into a healthy frame. */
    public FixtureSite page(String path, String body) {
        return on(
                path,
                html("<!doctype html><html lang=en><head><title>Fixture</title></head><body>" + body
                        + "</body></html>"));
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The same server under a name that is another site. */
    public URI foreignUrl(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    public static Answer html(String html) {
        return content(200, "text/html; charset=utf-8", html);
    }

    public static Answer script(String script) {
        return content(200, "text/javascript", script);
    }

    public static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    public static Answer content(int status, String type, String text) {
        return with(Map.of(), status, type, text);
    }

    public static Answer with(Map<String, String> headers, int status, String type, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Announces more than it sends. */
    public static Answer truncated(String type, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length + 1_000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** An answer that takes its time; none where the site closes before. */
    public Answer late(Duration delay, Answer answer) {
        return exchange -> {
            if (!closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                answer.to(exchange);
            }
        };
    }

    /** Takes the request and never answers. */
    public Answer silence() {
        return exchange -> closing.await();
    }

    /** Begins an answer that never ends. */
    public Answer endless(String type) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            closing.await();
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
