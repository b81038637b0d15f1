package dev.smokerunner.serving;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Passes requests on to another server, and its answers back while they come. */
final class ProxyHandler {
    /** These belong to one connection, or are set anew for the next one. */
    private static final Set<String> NOT_PASSED = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final List<ProxyRule> rules;
    private final HttpClient client;

    ProxyHandler(List<ProxyRule> rules, ProxySelector proxies) {
        this.rules = rules;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .proxy(proxies)
                .build();
    }

    Optional<ProxyRule> rule(String rawPath) {
        return rules.stream().filter(rule -> rule.matches(rawPath)).findFirst();
    }

    void pass(HttpExchange exchange, ProxyRule rule, String rawPath) throws IOException {
        URI address = rule.address(
                rawPath, Optional.ofNullable(exchange.getRequestURI().getRawQuery()));
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request(exchange, address), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            String reason =
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            ShortResponses.text(
                    exchange,
                    502,
                    "The proxy for " + rule.prefix() + " got no answer from " + rule.server() + ": " + reason + "\n");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try (InputStream body = answer.body()) {
            passBack(exchange, answer, body);
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .method(exchange.getRequestMethod(), body(exchange));
        passed(exchange.getRequestHeaders())
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static BodyPublisher body(HttpExchange exchange) {
        Optional<Long> length = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        boolean isChunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        if (length.orElse(0L) == 0 && !isChunked) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        return length.map(bytes -> BodyPublishers.fromPublisher(stream, bytes)).orElse(stream);
    }

    private static void passBack(HttpExchange exchange, HttpResponse<InputStream> answer, InputStream body)
            throws IOException {
        passed(answer.headers().map())
                .forEach((name, values) ->
                        values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
        int status = answer.statusCode();
        long length = answer.headers().firstValueAsLong("content-length").orElse(0);
        boolean hasLength = answer.headers().firstValue("content-length").isPresent();
        if (exchange.getRequestMethod().equals("HEAD")
                || status == 204
                || status == 304
                || (hasLength && length == 0)) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length);
        copy(body, exchange.getResponseBody());
    }

    /** Passes on what has come at once: the parts of an event stream may be minutes apart. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            to.flush();
        }
    }

    private static Map<String, List<String>> passed(Map<String, List<String>> headers) {
        Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        dropped.addAll(NOT_PASSED);
        headers.forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).equals("connection")) {
                values.forEach(
                        value -> dropped.addAll(Arrays.asList(value.strip().split("\\s*,\\s*"))));
            }
        });
        return headers.entrySet().stream()
                .filter(header -> !dropped.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
