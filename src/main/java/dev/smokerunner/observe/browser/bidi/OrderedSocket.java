package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.browser.socket.MessageReader;
import dev.smokerunner.observe.browser.socket.SelectorThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openqa.selenium.remote.http.ConnectionFailedException;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;
import org.openqa.selenium.remote.http.Message;
import org.openqa.selenium.remote.http.TextMessage;
import org.openqa.selenium.remote.http.WebSocket;

/**
 * The socket below Selenium's connection, which gets only the answers to its commands.
 *
 * <p>Selenium hands each message to another thread, so that of 81 events 4 came out of order (Selenium 4.52), and tells nobody
 * that the browser is gone. Here events are told as they come, and so is the end.
 */
final class OrderedSocket implements HttpClient {
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final BrowserSocket at;
    private final Consumer<BidiEvent> events;
    private final Consumer<String> end;

    /**
     * Not open yet.
     *
     * @param at where the browser listens
     * @param events is told each event, one after the other on one thread; must be quick
     * @param end is told why there will be no more
     */
    OrderedSocket(BrowserSocket at, Consumer<BidiEvent> events, Consumer<String> end) {
        this.at = at;
        this.events = events;
        this.end = end;
    }

    @Override
    public WebSocket openSocket(HttpRequest request, WebSocket.Listener answers) {
        MessageReader reader = new MessageReader(text -> receive(text, answers), end);
        java.net.http.WebSocket.Builder builder =
                at.client().newWebSocketBuilder().connectTimeout(OPENING);
        at.authorization().ifPresent(value -> builder.header("Authorization", value.reveal()));
        CompletableFuture<java.net.http.WebSocket> opened = builder.buildAsync(at.url(), reader);
        try {
            opened.get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailedException("interrupted", interrupted);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new ConnectionFailedException("the connection to the browser failed: " + failed.getMessage(), failed);
        }
        return new Sender(opened, end);
    }

    private void receive(String text, WebSocket.Listener answers) {
        Optional<Fields> message = WireJson.read(text);
        if (message.filter(read -> read.textOr("type", "").equals("event")).isPresent()) {
            Fields event = message.get();
            events.accept(new BidiEvent(event.textOr("method", ""), event.in("params")));
        } else {
            answers.onText(text);
        }
    }

    @Override
    public HttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("this client has a socket only");
    }

    @Override
    public void close() {
        SelectorThread.end(at.client());
    }

    /** Sends one text after the other: a socket takes one at a time. */
    private static final class Sender implements WebSocket {
        private final Consumer<String> end;
        private CompletableFuture<java.net.http.WebSocket> socket;

        Sender(CompletableFuture<java.net.http.WebSocket> socket, Consumer<String> end) {
            this.socket = socket;
            this.end = end;
        }

        @Override
        public synchronized WebSocket send(Message message) {
            if (message instanceof TextMessage text) {
                socket = socket.thenCompose(open -> open.sendText(text.text(), true))
                        .whenComplete((open, failure) -> {
                            if (failure != null) {
                                end.accept("the connection to the browser broke: " + failure.getMessage());
                            }
                        });
            }
            return this;
        }

        @Override
        public synchronized void close() {
            socket = socket.whenComplete((open, failure) -> {
                if (open != null) {
                    open.abort();
                }
            });
        }
    }
}
