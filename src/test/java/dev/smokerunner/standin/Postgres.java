package dev.smokerunner.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL with a directory of its own, on loopback. It ends with its standard input, so also when this JVM ends in any
 * way. PostgreSQL refuses to run as root: then it runs as the user {@code postgres} that its package makes.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path directory;
    private final String url;

    private Postgres(Process process, Path directory, String url) {
        this.process = process;
        this.directory = directory;
        this.url = url;
    }

    /** Starts one on a free port. */
    public static Postgres start() throws IOException, InterruptedException {
        Path programs = Tool.POSTGRES.require().toRealPath().getParent();
        Path directory = Files.createTempDirectory("smoke-postgres-");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (isRoot) {
            run(List.of("chown", "postgres", directory.toString()));
        }
        run(as(isRoot, programs.resolve("initdb").toString(), "-D", directory + "/data", "-U", "smoke", "-A", "trust"));
        int port = freePort();
        String server = "'" + programs.resolve("postgres") + "' -D '" + directory + "/data' -p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= & server=$!; cat >/dev/null;"
                + " kill -INT $server; wait $server";
        Process process = new ProcessBuilder(as(isRoot, "sh", "-c", server))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=smoke";
        Postgres started = new Postgres(process, directory, url);
        started.awaitAnswer();
        return started;
    }

    private static List<String> as(boolean isRoot, String... command) {
        List<String> all = new ArrayList<>(isRoot ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(List.of(command));
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /** It says nothing when it is ready, so it is asked. */
    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url)) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException("PostgreSQL did not start: " + e.getMessage(), e);
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Its address for JDBC, with its user. */
    public String url() {
        return url;
    }

    /** Ends it, and deletes what it kept. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
