package dev.smokerunner.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One Varnish as a process of the system, with a directory of its own.
 *
 * <p>It runs with its console on its standard input ({@code varnishd -d}): that tells which port the system gave it, and when
 * this JVM ends in any way the console closes and Varnish ends too.
 */
final class Varnish implements AutoCloseable {
    private static final int LENGTH_OF_HEAD = "200 12345678\n".length();
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final Path directory;
    private final URI url;

    private Varnish(Process process, Path directory, String address) throws IOException {
        this.process = process;
        this.directory = directory;
        read();
        say("start");
        String[] listening = say("debug.listen_address").strip().split(" ");
        this.url = URI.create("http://" + address + ":" + listening[2] + "/");
    }

    /**
     * Starts one on a free port.
     *
     * @param varnishd the program
     * @param address of loopback, such as {@code 127.0.0.2}
     * @param configuration in VCL
     */
    static Varnish start(Path varnishd, String address, String configuration) throws IOException {
        Path directory = Files.createTempDirectory("smoke-varnish-");
        Path file = Files.writeString(directory.resolve("cdn.vcl"), configuration);
        List<String> command = new ArrayList<>(List.of(varnishd.toString(), "-d", "-T", "none", "-j", "none"));
        command.addAll(List.of("-a", address + ":0", "-f", file.toString()));
        // The log in shared memory would take 80 MB.
        command.addAll(List.of("-n", directory.resolve("work").toString(), "-s", "malloc,64m", "-l", "2m"));
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("log").toFile())
                .start();
        try {
            return new Varnish(process, directory, address);
        } catch (IOException e) {
            String log = Files.readString(directory.resolve("log"), StandardCharsets.ISO_8859_1);
            end(process, directory);
            throw new IOException("varnishd did not start: " + e.getMessage() + "\n" + log, e);
        }
    }

    /** Gives a command to its console and waits for the answer. */
    synchronized String say(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.ISO_8859_1));
        process.getOutputStream().flush();
        return read();
    }

    /** An answer is a line with its status and its length, as many bytes, and a line end. */
    private String read() throws IOException {
        InputStream in = process.getInputStream();
        String head = new String(in.readNBytes(LENGTH_OF_HEAD), StandardCharsets.ISO_8859_1);
        if (head.length() < LENGTH_OF_HEAD) {
            throw new IOException("its console closed");
        }
        String body =
                new String(in.readNBytes(Integer.parseInt(head.substring(4).strip()) + 1), StandardCharsets.ISO_8859_1);
        if (!head.startsWith("200 ")) {
            throw new IOException("its console says " + head.strip() + ": " + body.strip());
        }
        return body;
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        end(process, directory);
    }

    private static void end(Process process, Path directory) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
