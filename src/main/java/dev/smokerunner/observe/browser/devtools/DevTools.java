package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.browser.socket.MessageReader;
import dev.smokerunner.observe.browser.socket.SelectorThread;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A connection to a browser over the Chrome DevTools Protocol: commands out, answers and events in.
 *
 * <p>Events come in the order in which they were sent, and a broken connection ends all that waits.
 */
public final class DevTools implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Consumer<DevToolsEvent> listener;
    private final Map<Long, CompletableFuture<Fields>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools(HttpClient client, Consumer<DevToolsEvent> listener) {
        this.client = client;
        this.listener = listener;
    }

    /**
     * Connects.
     *
     * @param at where the browser listens
     * @param listener is told each event, one after the other on one thread; must be quick
     */
    static DevTools open(BrowserSocket at, Consumer<DevToolsEvent> listener) throws CommandException {
        DevTools connection = new DevTools(at.client(), listener);
        WebSocket.Builder builder = at.client().newWebSocketBuilder().connectTimeout(OPENING);
        at.authorization().ifPresent(value -> builder.header("Authorization", value.reveal()));
        connection.socket = builder.buildAsync(at.url(), new MessageReader(connection::receive, connection::broke));
        CommandAnswers.await(connection.socket, OPENING, "the connection to the browser");
        return connection;
    }

    /** The way to the browser as a whole. */
    DevToolsSession browser() {
        return session("");
    }

    /** The way to one of its targets. */
    DevToolsSession session(String id) {
        return new DevToolsSession(this, id);
    }

    /** Sends a command to a session; the result, or a {@link CommandException}, comes later. */
    CompletableFuture<Fields> send(String session, String method, Map<String, ?> params) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Fields> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("id", id);
        command.put("method", method);
        command.put("params", params);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        sendText(WireJson.write(command));
        if (closed.isDone()) {
            broke("the connection is closed");
        }
        return answer;
    }

    /** A socket takes one text at a time, so each waits for the one before it. */
    private synchronized void sendText(String text) {
        socket = socket.thenCompose(open -> open.sendText(text, true)).whenComplete((open, failure) -> {
            if (failure != null) {
                broke(CommandAnswers.words(failure));
            }
        });
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Is run when the connection is gone, at once if it is. */
    void onClosed(Runnable action) {
        CompletableFuture<Void> unused = closed.thenRun(action);
    }

    private void receive(String text) {
        Optional<Fields> read = WireJson.read(text);
        if (read.isPresent()) {
            receive(read.get());
        }
    }

    private void receive(Fields message) {
        if (message.has("id")) {
            CompletableFuture<Fields> answer = waiting.remove(message.number("id"));
            if (answer != null) {
                complete(answer, message);
            }
        } else if (message.has("method")) {
            DevToolsSession session = session(message.textOr("sessionId", ""));
            listener.accept(new DevToolsEvent(session, message.textOr("method", ""), message.in("params")));
        }
    }

    private static void complete(CompletableFuture<Fields> answer, Fields message) {
        if (message.has("error")) {
            String said = message.in("error").textOr("message", "");
            answer.completeExceptionally(new CommandException(Kind.REFUSED, said));
        } else {
            answer.complete(message.in("result"));
        }
    }

    private void broke(String why) {
        closed.complete(null);
        for (Long id : List.copyOf(waiting.keySet())) {
            CompletableFuture<Fields> answer = waiting.remove(id);
            if (answer != null) {
                answer.completeExceptionally(new CommandException(Kind.CLOSED, why));
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            socket = socket.whenComplete((open, failure) -> {
                if (open != null) {
                    open.abort();
                }
            });
        }
        broke("the connection was closed");
        SelectorThread.end(client);
    }
}
