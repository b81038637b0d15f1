package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The way to one target of the browser: a page, a frame with a process of its own, a worker.
 *
 * @param connection the way to the browser
 * @param id the browser's name for this conversation; empty for the browser itself
 */
record DevToolsSession(DevTools connection, String id) {

    /** Sends a command and waits for its result. */
    Fields call(String method, Map<String, ?> params, Duration limit) throws CommandException {
        return CommandAnswers.await(send(method, params), limit, method);
    }

    /** Sends a command and waits for its result, or for the end of what it is about. */
    Fields callUnless(CompletableFuture<Fields> end, String method, Map<String, ?> params, Duration limit)
            throws CommandException {
        return CommandAnswers.await(send(method, params).applyToEither(end, result -> result), limit, method);
    }

    /** Sends a command; the result, or a {@link CommandException}, comes later. */
    CompletableFuture<Fields> send(String method, Map<String, ?> params) {
        return connection.send(id, method, params);
    }

    /** Sends a command whose result does not matter. */
    void tell(String method, Map<String, ?> params) {
        CompletableFuture<Fields> unused = send(method, params);
    }

    /** Sends a command without parameters whose result does not matter. */
    void tell(String method) {
        tell(method, Map.of());
    }
}
