package dev.smokerunner.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A Selenium Grid on loopback: a real hub and real nodes, each a process of the system that stands for a machine.
 *
 * <p>Each node has one slot, for Chrome or for Firefox. The hub looks after its nodes every two seconds, where one in earnest does so every
 * two minutes. As in the images that Selenium publishes, it is the nodes who know whether their browser can have a sandbox.
 */
public final class SeleniumGrid implements Place, AutoCloseable {
    /** Three programs start one after the other, each in five seconds; on a busy machine it takes much longer. */
    private static final Duration START = Duration.ofSeconds(120);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Pattern NODE_THAT_IS_UP = Pattern.compile("\"availability\":\\s*\"UP\"");

    private final Path directory;
    private final GridProcess hub;
    private final List<GridProcess> nodes = new ArrayList<>();
    private final URI url;

    private SeleniumGrid(Path directory, GridProcess hub, URI url) {
        this.directory = directory;
        this.hub = hub;
        this.url = url;
    }

    /**
     * Starts one and waits until all of it is there.
     *
     * @param nodes how many, and thus how many browsers can run at the same time
     */
    public static SeleniumGrid start(int nodes) throws IOException {
        return start(nodes, List.of());
    }

    /**
     * Starts one whose hub differs.
     *
     * @param more further arguments of the hub
     */
    public static SeleniumGrid start(int nodes, List<String> more) throws IOException {
        return start(directory -> Collections.nCopies(nodes, Slot.chrome(directory)), more);
    }

    /**
     * Starts one that also has a node for Firefox.
     *
     * @param chromes how many nodes for Chrome
     */
    public static SeleniumGrid startWithFirefox(int chromes) throws IOException {
        return start(
                directory -> {
                    List<Slot> slots = new ArrayList<>(Collections.nCopies(chromes, Slot.chrome(directory)));
                    slots.add(Slot.firefox(directory));
                    return slots;
                },
                List.of());
    }

    private static SeleniumGrid start(Slots slots, List<String> more) throws IOException {
        Path directory = Files.createTempDirectory("smoke-grid-");
        List<Slot> all = slots.in(directory);
        List<Integer> ports = freePorts(3 + all.size());
        URI url = URI.create("http://127.0.0.1:" + ports.get(0) + "/");
        List<String> bus = List.of(
                "--publish-events", "tcp://127.0.0.1:" + ports.get(1),
                "--subscribe-events", "tcp://127.0.0.1:" + ports.get(2));
        SeleniumGrid grid = new SeleniumGrid(directory, hub(directory, ports.get(0), bus, more), url);
        try {
            for (int i = 0; i < all.size(); i++) {
                int port = ports.get(3 + i);
                List<String> arguments = new ArrayList<>(List.of("node", "--hub", url.toString()));
                arguments.addAll(List.of("--host", "127.0.0.1", "--port", String.valueOf(port)));
                arguments.addAll(bus);
                arguments.addAll(List.of("--heartbeat-period", "2", "--selenium-manager", "false"));
                arguments.addAll(List.of("--max-sessions", "1", "--override-max-sessions", "true"));
                arguments.addAll(List.of("--detect-drivers", "false", "--driver-configuration"));
                arguments.addAll(all.get(i).configuration());
                grid.nodes.add(GridProcess.start(directory.resolve("node-" + port), arguments));
            }
            grid.awaitNodes(all.size());
            return grid;
        } catch (IOException | RuntimeException e) {
            grid.close();
            throw e;
        }
    }

    /** What the nodes of a Grid have, whose files lie in a directory. */
    private interface Slots {
        List<Slot> in(Path directory) throws IOException;
    }

    /**
     * What a node has a place for.
     *
     * @param browser the name of the browser
     * @param options the name of the capability that says where it is
     * @param binary where it is
     * @param driver the program that starts it
     */
    private record Slot(String browser, String options, Path binary, Path driver) {
        /** As root Chromium starts only without a sandbox. */
        static Slot chrome(Path directory) {
            Path driver = Tool.CHROMEDRIVER.require();
            return new Slot(
                    "chrome",
                    "goog:chromeOptions",
                    script(directory.resolve("chromium"), """
                            [ "$(id -u)" != 0 ] || set -- --no-sandbox "$@"
                            exec '%s' "$@"
                            """.formatted(Tool.CHROMIUM.require())),
                    driver);
        }

        /** With what stands in for geckodriver. */
        static Slot firefox(Path directory) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new Slot(
                    "firefox",
                    "moz:firefoxOptions",
                    Tool.FIREFOX_ESR.require(),
                    script(
                            directory.resolve("geckodriver"),
                            "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
                                    .formatted(
                                            java,
                                            System.getProperty("java.class.path"),
                                            FirefoxDriverProgram.class.getName())));
        }

        List<String> configuration() {
            return List.of(
                    "display-name=" + browser,
                    "max-sessions=1",
                    "stereotype={\"browserName\":\"" + browser + "\",\"" + options + "\":{\"binary\":\"" + binary
                            + "\"}}",
                    "webdriver-executable=" + driver);
        }

        private static Path script(Path file, String text) {
            try {
                Files.writeString(file, "#!/bin/sh\n" + text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!file.toFile().setExecutable(true)) {
                throw new UncheckedIOException(new IOException(file + " cannot be made executable"));
            }
            return file;
        }
    }

    private static GridProcess hub(Path directory, int port, List<String> bus, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("hub", "--host", "127.0.0.1"));
        arguments.addAll(List.of("--port", String.valueOf(port), "--healthcheck-interval", "2"));
        arguments.addAll(bus);
        arguments.addAll(more);
        return GridProcess.start(directory.resolve("hub"), arguments);
    }

    /** All of them are held until the last is found, so that no two are the same. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private void awaitNodes(int count) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (nodesThatAreUp() < count) {
            for (GridProcess process : processes()) {
                process.requireAlive();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the Selenium Grid did not get ready within " + START.toSeconds()
                        + " s; its hub: " + hub.log());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private long nodesThatAreUp() {
        try {
            return NODE_THAT_IS_UP.matcher(get("/status").text()).results().count();
        } catch (UncheckedIOException notYetListening) {
            return 0;
        }
    }

    private List<GridProcess> processes() {
        List<GridProcess> all = new ArrayList<>(nodes);
        all.add(hub);
        return all;
    }

    /** Where the hub listens. */
    @Override
    public URI url() {
        return url;
    }

    /**
     * Lets the machine of a node go down, with the browsers that run there.
     *
     * @param port where the node listens, as the hub names it in a session's {@code nodeUri}
     */
    public void killNode(int port) {
        nodes.stream()
                .filter(node -> node.directory().endsWith("node-" + port))
                .findFirst()
                .orElseThrow()
                .kill();
    }

    /** The port of the node on which a session runs. */
    public int nodeOf(String session) {
        return onlyPort("{session(id:\\\"" + session + "\\\"){nodeUri}}");
    }

    /** The port of a node on which any session runs. */
    public int nodeInUse() {
        return onlyPort("{sessionsInfo{sessions{nodeUri}}}");
    }

    private int onlyPort(String question) {
        String query = "{\"query\":\"" + question + "\"}";
        String answer = Answer.to(HttpRequest.newBuilder(url.resolve("graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(query, StandardCharsets.UTF_8)))
                .orFail("the Grid's answer to " + question)
                .text();
        return Integer.parseInt(Pattern.compile(":(\\d+)\"")
                .matcher(answer)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no node in " + answer))
                .group(1));
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        processes().forEach(GridProcess::kill);
        GridProcess.delete(directory);
    }
}
