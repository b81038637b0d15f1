package dev.smokerunner.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A driver of Firefox in the place of geckodriver, which Debian does not have: it starts the real browser, and hands sessions to the
 * remote control that is built into it, as that one does. The session, and its socket for WebDriver BiDi, are Firefox's own. Of the
 * commands within a session it knows those that Smoke Runner gives.
 *
 * <p>Takes {@code --port}, and passes over all other options of geckodriver.
 */
public final class FirefoxDriverProgram {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern SESSION = Pattern.compile("/session/([^/]+)(/timeouts)?");
    private static final String OPTIONS = "moz:firefoxOptions";

    private final Map<String, Running> sessions = new ConcurrentHashMap<>();

    private FirefoxDriverProgram() {}

    /** A browser with its session. */
    private record Running(Process browser, Marionette control, Path profile) {
        void end() {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
            browser.onExit().join();
            GridProcess.delete(profile);
        }
    }

    /** Starts it. */
    public static void main(String[] options) throws IOException {
        int at = List.of(options).indexOf("--port");
        int port = Integer.parseInt(
                at >= 0
                        ? options[at + 1]
                        : List.of(options).stream()
                                .filter(option -> option.startsWith("--port="))
                                .findFirst()
                                .orElseThrow()
                                .substring("--port=".length()));
        FirefoxDriverProgram driver = new FirefoxDriverProgram();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> driver.sessions.values().forEach(running -> running.browser()
                        .destroyForcibly())));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", driver::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, 200, result(exchange));
        } catch (Marionette.Refused refused) {
            send(exchange, 500, refused.error());
        } catch (IOException | RuntimeException e) {
            send(
                    exchange,
                    500,
                    JSON.createObjectNode()
                            .put("error", "unknown error")
                            .put("message", String.valueOf(e))
                            .put("stacktrace", ""));
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode value) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.set("value", value);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode result(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/status")) {
            return JSON.createObjectNode().put("ready", true).put("message", "");
        }
        if (path.equals("/session")) {
            return begin(JSON.readTree(exchange.getRequestBody()).path("capabilities"));
        }
        Matcher session = SESSION.matcher(path);
        if (!session.matches()) {
            throw new IOException("this driver does not know " + exchange.getRequestMethod() + " " + path);
        }
        return session.group(2) == null
                ? end(session.group(1))
                : sessions.get(session.group(1)).control().command("WebDriver:GetTimeouts", JSON.createObjectNode());
    }

    private JsonNode begin(JsonNode asked) throws IOException {
        ObjectNode wanted = asked.path("firstMatch").path(0).isObject()
                ? (ObjectNode) asked.path("firstMatch").path(0).deepCopy()
                : JSON.createObjectNode();
        asked.path("alwaysMatch").properties().forEach(one -> wanted.set(one.getKey(), one.getValue()));
        JsonNode options = wanted.path(OPTIONS);
        wanted.remove(OPTIONS);
        Path profile = profile(options.path("prefs"));
        Process browser = start(options, profile);
        Running running = new Running(browser, new Marionette(port(browser, profile)), profile);
        JsonNode begun = running.control().command("WebDriver:NewSession", wanted);
        sessions.put(begun.path("sessionId").asString(), running);
        return begun;
    }

    private JsonNode end(String session) throws IOException {
        Running running = sessions.remove(session);
        running.control().command("WebDriver:DeleteSession", JSON.createObjectNode());
        running.end();
        return JSON.nullNode();
    }

    private static Path profile(JsonNode prefs) throws IOException {
        Path profile = Files.createTempDirectory("firefox-driver-");
        StringBuilder user = new StringBuilder("user_pref(\"marionette.port\", 0);\n");
        prefs.properties()
                .forEach(pref -> user.append("user_pref(\"" + pref.getKey() + "\", " + pref.getValue() + ");\n"));
        Files.writeString(profile.resolve("user.js"), user);
        return profile;
    }

    private static Process start(JsonNode options, Path profile) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(options.path("binary").asString("firefox-esr"), "--marionette", "--profile"));
        command.addAll(List.of(profile.toString(), "--remote-debugging-port", "0"));
        options.path("args").forEach(argument -> command.add(argument.asString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("driver.log").toFile());
        options.path("env").properties().forEach(variable -> builder.environment()
                .put(variable.getKey(), variable.getValue().asString()));
        return builder.start();
    }

    /** Where its remote control listens: it writes that down once it does. */
    private static int port(Process browser, Path profile) throws IOException {
        Path file = profile.resolve("MarionetteActivePort");
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            if (!browser.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Firefox did not start: " + Files.readString(profile.resolve("driver.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return Integer.parseInt(Files.readString(file).strip());
    }
}
