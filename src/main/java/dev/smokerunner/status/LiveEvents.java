package dev.smokerunner.status;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells open pages that something changed, by server-sent events; they then ask for themselves anew. */
final class LiveEvents implements AutoCloseable {
    /** Each takes a connection; a wall of screens has fewer. */
    private static final int MOST_CLIENTS = 100;

    private static final long LOOK_EVERY_MILLIS = 2_000;
    /** Proxies close a connection on which nothing is said for a minute. */
    private static final int LOOKS_UNTIL_A_SIGN = 10;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final Supplier<String> change;
    private final ScheduledExecutorService clock;
    private String seen = "";
    private int silent;

    /**
     * Looks for changes.
     *
     * @param change gives another text whenever something changed
     */
    LiveEvents(Supplier<String> change) {
        this.change = change;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "smoke-status-events");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused =
                clock.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Sends away who finds no room, before anything is answered: a browser comes back again and again to what begins well. */
    void admit(Context context) {
        if (clients.size() >= MOST_CLIENTS) {
            throw new ServiceUnavailableResponse("too many pages are open; this one does not refresh by itself");
        }
    }

    /** A page wants to be told. */
    synchronized void add(SseClient client) {
        if (clients.size() >= MOST_CLIENTS) {
            // Several came at once for the last place.
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        client.sendComment("watching");
    }

    /** An exception would end the looking, so a database that is away is one that says nothing new. */
    private void look() {
        if (clients.isEmpty()) {
            return;
        }
        try {
            String now = change.get();
            silent++;
            if (!now.equals(seen)) {
                seen = now;
                silent = 0;
                // Browsers pass over an event without data.
                clients.forEach(client -> client.sendEvent("change", "something"));
            } else if (silent >= LOOKS_UNTIL_A_SIGN) {
                silent = 0;
                clients.forEach(client -> client.sendComment("watching"));
            }
        } catch (RuntimeException e) {
            // Whoever asks for a page then is told why.
            Logger.getLogger(LiveEvents.class.getName()).log(Level.FINE, "cannot look for changes", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
