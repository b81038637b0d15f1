package dev.smokerunner.observe.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names within a time limit.
 *
 * <p>The system's resolver cannot be interrupted and may take minutes when its server is silent; so it runs on a thread of
 * its own, once for all who ask for the same name at the same time.
 */
final class BoundedDns implements Dns {
    private final Dns system;
    private final Duration limit;
    private final Map<String, CompletableFuture<List<InetAddress>>> open = new ConcurrentHashMap<>();
    private final Executor threads = work -> {
        Thread thread = new Thread(work, "smoke-dns");
        thread.setDaemon(true);
        thread.start();
    };

    /**
     * Asks another resolver.
     *
     * @param system the resolver that may take its time
     * @param limit how long to wait for it
     */
    BoundedDns(Dns system, Duration limit) {
        this.system = system;
        this.limit = limit;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> answer = open.computeIfAbsent(host, this::ask);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnknownHostException(
                    "no name server answered for '" + host + "' within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new UnknownHostException("the name '" + host + "' does not resolve");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("the run ended while '" + host + "' was resolved");
        }
    }

    private CompletableFuture<List<InetAddress>> ask(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(system.lookup(host));
            } catch (UnknownHostException e) {
                answer.completeExceptionally(e);
            } finally {
                open.remove(host);
            }
        });
        return answer;
    }
}
