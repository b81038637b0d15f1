package dev.smokerunner.serving;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves a package on a free port of loopback.
 *
 * <p>The JDK's server answers 400 to an address with a character that no URI may have and that browsers send as it is, such
 * as a brace or a bar in a query.
 */
final class PackageServer implements ServedTarget {
    /** More than a browser and a looker ask for at once; streams keep theirs. */
    private static final int THREADS = 32;

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;
    private final PackedFiles files;
    private final URI url;

    private PackageServer(HttpServer server, ExecutorService threads, PackedFiles files) {
        this.server = server;
        this.threads = threads;
        this.files = files;
        this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    static PackageServer start(Target.Package target, ProxySelector proxies) throws PackageException {
        PackedFiles files = Packages.open(target.path());
        answerAtOnce();
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            ExecutorService threads = threads();
            server.setExecutor(threads);
            server.createContext(
                    "/",
                    new PackageHandler(
                            server.getAddress().getPort(), proxyHandler(target, proxies), new FileHandler(files)));
            server.start();
            return new PackageServer(server, threads, files);
        } catch (IOException e) {
            files.close();
            throw new PackageException(
                    "the package '" + target.path() + "' cannot be served on loopback: " + e.getMessage(), e);
        }
    }

    /** Absent where nothing is passed on: its HTTP client would cost each start some milliseconds. */
    private static Optional<ProxyHandler> proxyHandler(Target.Package target, ProxySelector proxies) {
        List<ProxyRule> rules = ProxyRule.of(target.proxy());
        return rules.isEmpty() ? Optional.empty() : Optional.of(new ProxyHandler(rules, proxies));
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Optional<PackedFiles> files() {
        return Optional.of(files);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        files.close();
    }

    /**
     * The JDK's server sends head and body apart, and without this the body waits 40 ms for the client's word that the head
     * came: 45 ms a request instead of 1 ms, as measured. It knows no other switch.
     */
    private static void answerAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "smoke-package");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
