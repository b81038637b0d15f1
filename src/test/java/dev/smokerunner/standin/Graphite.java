package dev.smokerunner.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Graphite on loopback, with a directory of its own: carbon, and the web application that answers for it. Both end with the
 * standard input of the shell that holds them, so also when this JVM ends in any way.
 */
public final class Graphite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String CONF = """
            [cache]
            STORAGE_DIR=%1$s
            LOCAL_DATA_DIR=%1$s/whisper
            CONF_DIR=%1$s
            LOG_DIR=%1$s
            PID_DIR=%1$s
            LINE_RECEIVER_INTERFACE=127.0.0.1
            LINE_RECEIVER_PORT=%2$d
            PICKLE_RECEIVER_INTERFACE=127.0.0.1
            PICKLE_RECEIVER_PORT=%3$d
            CACHE_QUERY_INTERFACE=127.0.0.1
            CACHE_QUERY_PORT=%4$d
            ENABLE_UDP_LISTENER=False
            MAX_CREATES_PER_MINUTE=inf
            ENABLE_TAGS=False
            """;
    private static final String SETTINGS = """
            SECRET_KEY = "of a test"
            CONF_DIR = STORAGE_DIR = "%1$s"
            LOG_DIR = "%1$s"
            WHISPER_DIR = "%1$s/whisper"
            STANDARD_DIRS = [WHISPER_DIR]
            INDEX_FILE = "%1$s/index"
            CARBONLINK_HOSTS = ["127.0.0.1:%2$d"]
            DEFAULT_CACHE_DURATION = 0
            DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "%1$s/web.db"}}
            """;
    private static final String SERVER = """
            import os
            from wsgiref.simple_server import make_server
            from graphite.wsgi import application
            make_server("127.0.0.1", int(os.environ["PORT"]), application).serve_forever()
            """;
    private static final String GROUP = """
            "%1$s" --config="%2$s/carbon.conf" --nodaemon start &
            carbon=$!
            export PYTHONPATH="%2$s" GRAPHITE_SETTINGS_MODULE=smoke_settings DJANGO_SETTINGS_MODULE=graphite.settings PORT=%4$d
            "%3$s" migrate --run-syncdb && exec /usr/bin/python3 "%2$s/server.py" &
            web=$!
            cat >/dev/null
            kill $carbon $web
            wait
            """;

    private final Process process;
    private final Path directory;
    private final int[] ports;

    private Graphite(Process process, Path directory, int[] ports) {
        this.process = process;
        this.directory = directory;
        this.ports = ports;
    }

    /** Starts one on free ports. */
    public static Graphite start() throws IOException, InterruptedException {
        Path carbon = Tool.CARBON_CACHE.require();
        Path manage = Tool.GRAPHITE_MANAGE.require();
        Path directory = Files.createTempDirectory("smoke-graphite-");
        int[] ports = {freePort(), freePort(), freePort(), freePort()};
        write(directory, "carbon.conf", CONF.formatted(directory, ports[0], ports[1], ports[2]));
        write(directory, "storage-schemas.conf", "[all]\npattern=.*\nretentions=1s:2h,60s:7d\n");
        write(directory, "smoke_settings.py", SETTINGS.formatted(directory, ports[2]));
        write(directory, "server.py", SERVER);
        Process process = new ProcessBuilder("sh", "-c", GROUP.formatted(carbon, directory, manage, ports[3]))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Graphite started = new Graphite(process, directory, ports);
        for (int port : ports) {
            started.awaitPort(port);
        }
        return started;
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    String said = Files.readString(directory.resolve("log"), StandardCharsets.ISO_8859_1);
                    close();
                    throw new IOException("Graphite did not start: " + said, e);
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Where carbon takes lines, or pickles. */
    public int port(boolean isPickle) {
        return ports[isPickle ? 1 : 0];
    }

    /** Where the web application answers. */
    public URI web() {
        return URI.create("http://127.0.0.1:" + ports[3]);
    }

    /** Ends it, and deletes what it kept. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = process.descendants().toList();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
