package dev.smokerunner.target;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves a package on a free port of loopback. */
final class PackageServer implements ServedTarget {
    /** More than a browser and a looker ask for at once; streams keep theirs. */
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads;
    private final URI url;

    private PackageServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
        this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    static PackageServer start(Target.PackageDirectory target, ProxySelector proxies) throws PackageTrouble {
        PackageFiles files = PackageFiles.in(target.directory());
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            ExecutorService threads = threads();
            server.setExecutor(threads);
            server.createContext(
                    "/",
                    new PackageHandler(
                            server.getAddress().getPort(),
                            new ProxyHandler(ProxyRule.of(target.proxy()), proxies),
                            new FileHandler(files)));
            server.start();
            return new PackageServer(server, threads);
        } catch (IOException e) {
            throw new PackageTrouble(
                    "the package '" + target.directory() + "' cannot be served on loopback: " + e.getMessage(), e);
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
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
