package dev.smokerunner.observe.browser.webdriver;

import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.socket.LoopbackClient;
import dev.smokerunner.observe.browser.socket.SelectorThread;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a browser of this machine listens for debuggers. What a driver hands on of its DevTools is not all: requests of workers
 * are missing (chromedriver 156). The browser's own socket tells them.
 *
 * @param hostAndPort as the driver says it, e.g. {@code localhost:41605}
 */
record DebuggerAddress(String hostAndPort) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * Asks the browser for its DevTools socket.
     *
     * @throws BrowserException if it does not answer
     */
    URI socket() throws BrowserException {
        if (!hostAndPort.matches("(localhost|127\\.0\\.0\\.1|\\[::1]):[0-9]{1,5}")) {
            throw new BrowserException("the driver's browser does not listen on this machine", new IOException());
        }
        HttpClient client = LoopbackClient.create();
        try {
            URI question = URI.create("http://" + hostAndPort + "/json/version");
            HttpRequest request =
                    HttpRequest.newBuilder(question).timeout(LIMIT).build();
            String answer = client.send(request, BodyHandlers.ofString()).body();
            Optional<Fields> said = WireJson.read(answer);
            String url = said.flatMap(version -> version.text("webSocketDebuggerUrl"))
                    .orElseThrow(() -> new IOException("it names no socket"));
            return URI.create(url);
        } catch (IOException | IllegalArgumentException silent) {
            throw new BrowserException(
                    "the driver's browser at " + hostAndPort + " does not answer: " + silent.getMessage(), silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserException("the start of the browser was interrupted", interrupted);
        } finally {
            SelectorThread.end(client);
        }
    }
}
