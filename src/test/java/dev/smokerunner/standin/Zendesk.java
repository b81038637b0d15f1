package dev.smokerunner.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.smokerunner.standin.ZendeskTickets.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for Zendesk, by the rules of its documentation: tokens that end, scopes, limits with Retry-After, an export that
 * leaves out the last minute and repeats itself, an index that lags behind, comments that are public unless one says otherwise.
 */
public final class Zendesk implements AutoCloseable {
    /** The client that it knows. */
    public static final String CLIENT = "smoke";
    /** That client's secret. */
    public static final String SECRET = "c11e47-5ec4e7-0f-5m0ke";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TICKETS = "/api/v2/tickets";
    private static final String EXPORT = "/api/v2/incremental/tickets/cursor.json";

    private final ZendeskRules rules;
    private final InstantSource clock;
    private final ZendeskTickets tickets;
    private final HttpServer server;
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Deque<Instant> exports = new ArrayDeque<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private String scopes = "tickets:read tickets:write";
    private String secret = SECRET;
    private int lost;
    private int made;

    private Zendesk(ZendeskRules rules, InstantSource clock, HttpServer server) {
        this.rules = rules;
        this.clock = clock;
        this.tickets = new ZendeskTickets(rules, clock);
        this.server = server;
    }

    private record Token(String scope, Instant end) {}

    /** Starts one on loopback. */
    public static Zendesk start(ZendeskRules rules, InstantSource clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Zendesk zendesk = new Zendesk(rules, clock, server);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "zendesk");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", zendesk::answer);
        server.start();
        return zendesk;
    }

    /** Its address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A customer writes. */
    public long ticket(String subject, String text, String... tags) {
        ObjectNode fields = JSON.createObjectNode().put("subject", subject).put("description", text);
        List.of(tags).forEach(fields.putArray("tags")::add);
        return tickets.add(fields);
    }

    /** Something changes in a ticket. */
    public void change(long number, Map<String, String> values) {
        tickets.change(number, values);
    }

    /** An agent gives a ticket a tag. */
    public void tag(long number, String tag) {
        tickets.tag(number, tag);
    }

    /** All tickets, with their comments. */
    public List<ObjectNode> tickets() {
        return tickets.all();
    }

    /** What was asked for, and the status of the answer, a line each. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Each of the next requests is answered with one of these. */
    public synchronized void refuse(Integer... statuses) {
        refusals.addAll(List.of(statuses));
    }

    /** What is asked for in the next writing requests is done, and the connection ends before anybody hears of it. */
    public synchronized void loseAnswers(int count) {
        lost = count;
    }

    /** An admin takes scopes away from the client; its tokens lose them too. */
    public synchronized void allow(String scope) {
        scopes = scope;
    }

    /** An admin gives the client another secret, which ends its tokens. */
    public synchronized void renewSecret() {
        secret = secret + "2";
        tokens.clear();
    }

    /** All tokens end now. */
    public synchronized void endTokens() {
        tokens.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Answer answer = checked(exchange, method, path, body);
        synchronized (this) {
            log.add(method + " " + path + " " + answer.status());
            if (lost > 0 && !method.equals("GET") && path.startsWith(TICKETS)) {
                lost--;
                exchange.close();
                return;
            }
        }
        byte[] text = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private synchronized Answer checked(HttpExchange exchange, String method, String path, JsonNode body) {
        if (path.equals("/oauth/tokens")) {
            return token(body);
        }
        Optional<Integer> refusal = Optional.ofNullable(refusals.poll());
        if (refusal.isPresent()) {
            exchange.getResponseHeaders().add("Retry-After", "7");
            return Answer.error(refusal.get(), "TooManyRequests", "Number of allowed API requests per minute exceeded");
        }
        String scope = scope(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse(""));
        if (scope.isEmpty()) {
            return Answer.error(
                    401, "invalid_token", "The access token provided is expired, revoked, malformed or invalid");
        }
        if (!scope.contains(method.equals("GET") ? "tickets:read" : "tickets:write")) {
            return Answer.error(403, "Forbidden", "You do not have access to this page");
        }
        return path.equals(EXPORT) ? export(exchange) : work(exchange, method, path, body);
    }

    /** What a request may do; empty where nobody knows who comes. */
    private String scope(String header) {
        if (header.startsWith("Basic ")) {
            byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
            return new String(pair, StandardCharsets.UTF_8).equals("admin@example.com/token:" + secret) ? scopes : "";
        }
        Token token = tokens.get(header.replaceFirst("^Bearer ", ""));
        return token == null || !clock.instant().isBefore(token.end()) ? "" : scopes;
    }

    private Answer token(JsonNode body) {
        boolean isKnown = body.path("client_id").asString("").equals(CLIENT)
                && body.path("client_secret").asString("").equals(secret);
        if (!isKnown || !body.path("grant_type").asString("").equals("client_credentials")) {
            return Answer.error(401, "invalid_client", "Client authentication failed due to unknown client");
        }
        long seconds = body.path("expires_in").asLong(0);
        if (seconds <= 300 || seconds >= 172_800) {
            return Answer.error(400, "invalid_request", "expires_in must be between 300 and 172800");
        }
        seconds = Math.min(seconds, rules.tokenLife().toSeconds());
        String text = "t0ken-" + ++made;
        tokens.put(text, new Token(scopes, clock.instant().plusSeconds(seconds)));
        return new Answer(
                200,
                JSON.createObjectNode()
                        .put("access_token", text)
                        .put("token_type", "bearer")
                        .put("scope", scopes)
                        .put("expires_in", seconds));
    }

    private Answer export(HttpExchange exchange) {
        Instant now = clock.instant();
        exports.removeIf(at -> !at.isAfter(now.minus(rules.minute())));
        if (exports.size() >= rules.exports()) {
            Duration rest = Duration.between(now, exports.getFirst().plus(rules.minute()));
            exchange.getResponseHeaders().add("Retry-After", String.valueOf(rest.toSeconds() + 1));
            return Answer.error(429, "APIRateLimitExceeded", "You have exceeded the limit of incremental exports");
        }
        exports.add(now);
        Map<String, String> query = query(exchange);
        return query.containsKey("cursor")
                ? tickets.after(query.get("cursor"))
                : tickets.since(query.getOrDefault("start_time", ""));
    }

    private Answer work(HttpExchange exchange, String method, String path, JsonNode body) {
        String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse("");
        if (path.equals(TICKETS + ".json")) {
            return method.equals("POST")
                    ? tickets.create(body, key)
                    : tickets.find(query(exchange).getOrDefault("external_id", ""));
        }
        if (path.startsWith("/api/v2/macros/")) {
            return new Answer(
                    200,
                    JSON.readTree("{\"result\": {\"ticket\": {\"group_id\": 4711, \"tags\": [\"by-macro\"],"
                            + " \"comment\": {\"body\": \"Thank you for writing\"}}}}"));
        }
        String rest = path.replaceFirst("^" + TICKETS + "/", "");
        long ticket = rest.matches("\\d+(\\.json|/.*)") ? Long.parseLong(rest.replaceAll("\\D.*", "")) : -1;
        if (ticket < 0) {
            return Answer.error(404, "InvalidEndpoint", "Not found");
        }
        return method.equals("PUT") ? tickets.update(ticket, body) : tickets.comments(ticket);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
