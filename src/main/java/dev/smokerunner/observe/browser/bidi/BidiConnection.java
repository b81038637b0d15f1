package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.socket.BrowserSocket;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.json.TypeToken;

/**
 * A connection to a browser over WebDriver BiDi: commands out, answers and events in.
 *
 * <p>Commands and events are maps: Selenium's classes for each of them are marked as not settled (4.52).
 */
final class BidiConnection implements AutoCloseable {
    private static final Type RESULT = new TypeToken<Map<String, Object>>() {}.getType();

    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Map<Long, CompletableFuture<Fields>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Connection connection;

    private BidiConnection(BrowserSocket at, Consumer<BidiEvent> listener) {
        this.connection = new Connection(
                new OrderedSocket(at, listener, this::broke), at.url().toString());
    }

    /**
     * Connects.
     *
     * @param at where the browser listens
     * @param listener is told each event, one after the other on one thread; must be quick
     */
    static BidiConnection open(BrowserSocket at, Consumer<BidiEvent> listener) throws CommandException {
        try {
            return new BidiConnection(at, listener);
        } catch (WebDriverException | java.io.UncheckedIOException refused) {
            throw new CommandException(Kind.CLOSED, words(refused));
        }
    }

    /** Sends a command and waits for its result. */
    Fields call(String method, Map<String, ?> params, Duration limit) throws CommandException {
        return CommandAnswers.await(send(method, params), limit, method);
    }

    /** Sends a command and waits for its result, or for the end of what it is about. */
    Fields callUnless(CompletableFuture<Fields> end, String method, Map<String, ?> params, Duration limit)
            throws CommandException {
        return CommandAnswers.await(send(method, params).applyToEither(end, result -> result), limit, method);
    }

    /** Sends a command whose result does not matter. */
    void tell(String method, Map<String, ?> params) {
        CompletableFuture<Fields> unused = send(method, params);
    }

    /** Sends a command; the result, or a {@link CommandException}, comes later. */
    CompletableFuture<Fields> send(String method, Map<String, ?> params) {
        CompletableFuture<Fields> answer = new CompletableFuture<>();
        long id = lastId.incrementAndGet();
        waiting.put(id, answer);
        CompletableFuture<Fields> unused = answer.whenComplete((result, failure) -> waiting.remove(id));
        try {
            CompletableFuture<Boolean> unusedOutcome = connection
                    .send(new Command<Map<String, Object>>(method, Map.copyOf(params), RESULT))
                    .handle((result, failure) -> failure == null
                            ? answer.complete(new Fields(result))
                            : answer.completeExceptionally(new CommandException(Kind.REFUSED, words(failure))));
        } catch (WebDriverException broken) {
            broke(words(broken));
        }
        if (closed.isDone()) {
            broke("the connection is closed");
        }
        return answer;
    }

    /** What the browser says of an error: Selenium gives its whole answer, with words of its own around it. */
    private static String words(Throwable failure) {
        String raw = failure instanceof WebDriverException of ? String.valueOf(of.getRawMessage()) : "";
        return WireJson.read(raw)
                .flatMap(answer -> answer.text("message"))
                .or(() -> String.valueOf(failure.getMessage()).lines().findFirst())
                .orElse("");
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Is run when the connection is gone, at once if it is. */
    void onClosed(Runnable action) {
        CompletableFuture<Void> unused = closed.thenRun(action);
    }

    private void broke(String why) {
        closed.complete(null);
        for (CompletableFuture<Fields> answer : List.copyOf(waiting.values())) {
            answer.completeExceptionally(new CommandException(Kind.CLOSED, why));
        }
    }

    @Override
    public void close() {
        connection.close();
        broke("the connection was closed");
    }
}
