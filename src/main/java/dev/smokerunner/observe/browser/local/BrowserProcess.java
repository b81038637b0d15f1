package dev.smokerunner.observe.browser.local;

import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.process.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The browser as a process of the system, with all that it starts: none of them outlives this one. */
public final class BrowserProcess implements BrowserHost {

    /** A browser starts in a second; on a machine that is busy it takes ten. */
    private static final Duration START = Duration.ofSeconds(40);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration END = Duration.ofSeconds(2);
    private static final int LONGEST = 300;
    private static final List<Path> BASH =
            List.of(Path.of("/bin/bash"), Path.of("/usr/bin/bash"), Path.of("/usr/local/bin/bash"));

    private final Process process;
    private final Path binary;
    private final LaunchDirectory directory;
    private final LaunchForm form;
    private final ProcessTree family = new ProcessTree();

    private BrowserProcess(Process process, Path binary, LaunchDirectory directory, LaunchForm form) {
        this.process = process;
        this.binary = binary;
        this.directory = directory;
        this.form = form;
    }

    /**
     * Starts a browser, without waiting for it.
     *
     * @param binary its executable
     * @param parent where its directory is made
     * @param form how browsers of its kind are started
     */
    public static BrowserProcess start(Path binary, Path parent, LaunchForm form) throws BrowserException {
        LaunchDirectory directory;
        try {
            directory = LaunchDirectory.create(parent);
        } catch (IOException full) {
            throw new BrowserException(
                    "no temporary directory could be made in " + parent + ": " + full.getMessage(), full);
        }
        try {
            return start(binary, directory, form);
        } catch (BrowserException trouble) {
            directory.delete();
            throw trouble;
        }
    }

    private static BrowserProcess start(Path binary, LaunchDirectory directory, LaunchForm form)
            throws BrowserException {
        try {
            form.prepare(directory);
            List<String> command = guard(directory);
            command.add(binary.toString());
            command.addAll(form.arguments(directory));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("TMPDIR", directory.temporaryFiles().toString());
            // Else caches are left in the user's home.
            builder.environment()
                    .put("XDG_CACHE_HOME", directory.temporaryFiles().toString());
            builder.redirectErrorStream(true);
            builder.redirectOutput(directory.log().toFile());
            return new BrowserProcess(builder.start(), binary, directory, form);
        } catch (IOException failed) {
            throw new BrowserException(
                    "the " + form.noun() + " " + binary + " could not be started: " + failed.getMessage(), failed);
        }
    }

    /** Without bash the browser runs unguarded: only a kill -9 of this process would leave it behind. */
    private static List<String> guard(LaunchDirectory directory) throws IOException {
        List<String> command = new ArrayList<>();
        for (Path bash : BASH) {
            if (command.isEmpty() && Files.isExecutable(bash)) {
                command.addAll(List.of(
                        bash.toString(),
                        supervisor(directory).toString(),
                        directory.path().toString()));
            }
        }
        return command;
    }

    private static Path supervisor(LaunchDirectory directory) throws IOException {
        try (InputStream script = BrowserProcess.class.getResourceAsStream("supervise.sh")) {
            if (script == null) {
                throw new IOException("supervise.sh is not in the jar");
            }
            Files.copy(script, directory.supervisor(), StandardCopyOption.REPLACE_EXISTING);
        }
        return directory.supervisor();
    }

    /**
     * Waits until the browser listens, and says where.
     *
     * @throws BrowserException if it ends, or says nothing for too long, with its own last words
     */
    public URI awaitSocket() throws BrowserException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<URI> socket = form.socket(written());
            if (socket.isPresent()) {
                return socket.get();
            }
            if (hasEndedWithin(BETWEEN_LOOKS)) {
                String message = notStarted("it ended at once");
                throw BrowserException.died(message, new IOException(message));
            }
        }
        throw new BrowserException(
                notStarted("it did not begin to listen within " + START.toSeconds() + " s"), List.of());
    }

    private String notStarted(String why) {
        return "the " + form.noun() + " " + binary + " could not be started: " + why + lastWords();
    }

    private boolean hasEndedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String written() {
        try {
            return Files.readString(directory.log(), StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }

    /** The last line that it wrote, which is the one about the end. */
    private String lastWords() {
        return written()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(String::strip)
                .map(line ->
                        "; the " + form.noun() + " itself says: " + line.substring(0, Math.min(line.length(), LONGEST)))
                .orElse("");
    }

    /** Removes what runs left behind, beside this one, that were killed. */
    public void removeAbandoned() {
        LaunchDirectory.removeAbandoned(directory.path().resolveSibling(""));
    }

    /** Where it keeps what it writes. */
    public LaunchDirectory directory() {
        return directory;
    }

    /** Its executable. */
    Path binary() {
        return binary;
    }

    @Override
    public String place() {
        return binary.toString();
    }

    @Override
    public void onEnd(Runnable action) {
        CompletableFuture<Void> unused = process.onExit().thenRun(action);
    }

    /** Notes who is there now, for the case that the browser dies first. */
    public synchronized void rememberFamily() {
        family.add(process.toHandle());
    }

    /** Ends the browser with all that it started, and removes its directory; waits at most two seconds for each step. */
    @Override
    public synchronized void close() {
        rememberFamily();
        try (OutputStream supervisor = process.getOutputStream()) {
            // It kills the whole group when its standard input ends, and with a word before that leaves the directory
            // to us.
            supervisor.write("end\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException ended) {
            // It is gone already.
        }
        hasEndedWithin(END);
        family.end();
        directory.delete();
    }
}
