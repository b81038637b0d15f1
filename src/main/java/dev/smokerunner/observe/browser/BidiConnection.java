package dev.smokerunner.observe.browser;

import dev.smokerunner.observe.browser.BidiException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A WebDriver BiDi connection: commands out, answers and events in.
 *
 * <p>Selenium has one of its own, but that hands events to a pool of threads, so that they arrive in no order
 * (https://github.com/SeleniumHQ/selenium/issues/14436), and it leaves commands waiting when the connection breaks. Here
 * events come in the order in which they were sent, and a broken connection ends all that waits.
 */
final class BidiConnection implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final Consumer<BidiEvent> listener;
    private final Map<Long, CompletableFuture<Fields>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private BidiConnection(Consumer<BidiEvent> listener) {
        this.listener = listener;
    }

    /**
     * Connects.
     *
     * @param client speaks to the driver
     * @param url where the driver listens
     * @param listener is told each event, one after the other on one thread; must be quick
     */
    static BidiConnection open(HttpClient client, URI url, Consumer<BidiEvent> listener) throws BidiException {
        BidiConnection connection = new BidiConnection(listener);
        connection.socket = client.newWebSocketBuilder()
                .connectTimeout(OPENING)
                .buildAsync(url, new MessageReader(connection::receive, connection::broke));
        await(connection.socket, OPENING, "the connection to the driver");
        return connection;
    }

    /** Sends a command and waits for its result. */
    Fields call(String method, Map<String, ?> params, Duration limit) throws BidiException {
        return await(send(method, params), limit, method);
    }

    /** Sends a command and waits for its result, or for the end of what it is about. */
    Fields callUnless(CompletableFuture<Fields> end, String method, Map<String, ?> params, Duration limit)
            throws BidiException {
        return await(send(method, params).applyToEither(end, result -> result), limit, method);
    }

    /** Sends a command; the result, or a {@link BidiException}, comes later. */
    CompletableFuture<Fields> send(String method, Map<String, ?> params) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Fields> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("id", id);
        command.put("method", method);
        command.put("params", params);
        sendText(WireJson.write(command));
        if (closed.isDone()) {
            broke("the connection is closed");
        }
        return answer;
    }

    /** Sends a command whose result does not matter. */
    void tell(String method, Map<String, ?> params) {
        CompletableFuture<Fields> unused = send(method, params);
    }

    /** A socket takes one text at a time, so each waits for the one before it. */
    private synchronized void sendText(String text) {
        socket = socket.thenCompose(open -> open.sendText(text, true)).whenComplete((open, failure) -> {
            if (failure != null) {
                broke(words(failure));
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
            listener.accept(new BidiEvent(message.textOr("method", ""), message.in("params")));
        }
    }

    private static void complete(CompletableFuture<Fields> answer, Fields message) {
        if (message.has("error")) {
            String said = message.textOr("message", message.textOr("error", ""));
            answer.completeExceptionally(new BidiException(Kind.REFUSED, said));
        } else {
            answer.complete(message.in("result"));
        }
    }

    private void broke(String why) {
        closed.complete(null);
        for (Long id : List.copyOf(waiting.keySet())) {
            CompletableFuture<Fields> answer = waiting.remove(id);
            if (answer != null) {
                answer.completeExceptionally(new BidiException(Kind.CLOSED, why));
            }
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit, String what) throws BidiException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new BidiException(Kind.TIMED_OUT, what + " had no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BidiException(Kind.TIMED_OUT, what + " was interrupted");
        } catch (ExecutionException failed) {
            throw reason(failed, what);
        }
    }

    private static BidiException reason(Throwable failure, String what) {
        Throwable inner = innermost(failure);
        return inner instanceof BidiException known
                ? known
                : new BidiException(Kind.CLOSED, what + " failed: " + inner.getMessage());
    }

    /** What went wrong with a command that was sent without waiting. */
    static String words(Throwable failure) {
        return String.valueOf(innermost(failure).getMessage());
    }

    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && !(inner instanceof BidiException)) {
            inner = inner.getCause();
        }
        return inner;
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
    }
}
