package dev.smokerunner.observe.browser;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The driver as a process of the system, with all that it starts: none of them outlives this one. */
final class DriverProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(2);
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final List<Path> BASH =
            List.of(Path.of("/bin/bash"), Path.of("/usr/bin/bash"), Path.of("/usr/local/bin/bash"));

    private final Process process;
    private final LaunchDirectory directory;
    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private URI url = URI.create("http://127.0.0.1/");

    private DriverProcess(Process process, LaunchDirectory directory) {
        this.process = process;
        this.directory = directory;
    }

    /**
     * Starts a driver and waits until it listens.
     *
     * @param driver its executable
     * @param directory where it and its browser may write
     */
    static DriverProcess start(Path driver, LaunchDirectory directory) throws BrowserTrouble {
        DriverProcess started;
        try {
            ProcessBuilder builder = new ProcessBuilder(command(driver, directory));
            builder.environment().put("TMPDIR", directory.temporaryFiles().toString());
            // Else caches are left in the user's home.
            builder.environment()
                    .put("XDG_CACHE_HOME", directory.temporaryFiles().toString());
            builder.redirectErrorStream(true);
            builder.redirectOutput(directory.driverLog().toFile());
            started = new DriverProcess(builder.start(), directory);
        } catch (IOException failed) {
            throw new BrowserTrouble("the driver " + driver + " could not be started: " + failed.getMessage(), failed);
        }
        try {
            started.url = URI.create("http://127.0.0.1:" + started.awaitPort(driver) + "/");
            return started;
        } catch (BrowserTrouble trouble) {
            started.close();
            throw trouble;
        }
    }

    private static List<String> command(Path driver, LaunchDirectory directory) throws IOException {
        List<String> command = new ArrayList<>();
        for (Path bash : BASH) {
            if (command.isEmpty() && Files.isExecutable(bash)) {
                command.addAll(List.of(
                        bash.toString(),
                        supervisor(directory).toString(),
                        directory.path().toString()));
            }
        }
        // Without bash the driver runs unguarded: only a kill -9 of this process would leave it behind.
        command.add(driver.toString());
        command.add("--port=0");
        command.add("--log-level=SEVERE");
        // By the directory on its command line the next run knows it for one of ours.
        command.add("--log-path=" + directory.path().resolve("chromedriver.log"));
        return command;
    }

    private static Path supervisor(LaunchDirectory directory) throws IOException {
        try (InputStream script = DriverProcess.class.getResourceAsStream("supervise.sh")) {
            if (script == null) {
                throw new IOException("supervise.sh is not in the jar");
            }
            Files.copy(script, directory.supervisor(), StandardCopyOption.REPLACE_EXISTING);
        }
        return directory.supervisor();
    }

    private String awaitPort(Path driver) throws BrowserTrouble {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher port = PORT.matcher(log());
            if (port.find()) {
                return port.group(1);
            }
            if (hasEndedWithin(Duration.ofMillis(20))) {
                throw new BrowserTrouble("the driver " + driver + " ended at once: " + lastWords(), List.of());
            }
        }
        throw new BrowserTrouble(
                "the driver " + driver + " did not begin to listen within " + START.toSeconds() + " s: " + lastWords(),
                List.of());
    }

    private boolean hasEndedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String log() {
        try {
            return Files.readString(directory.driverLog(), StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }

    /** The last line that the driver wrote, for a message. */
    String lastWords() {
        String last = log().lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("it wrote nothing");
        return last.length() > 300 ? last.substring(0, 300) : last;
    }

    /** Where the driver listens. */
    URI url() {
        return url;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Is run when the driver has ended, at once if it has. */
    void onEnd(Runnable action) {
        CompletableFuture<Void> unused = process.onExit().thenRun(action);
    }

    /** Notes who is there now: when the driver dies first, nobody can tell any more which browser was its. */
    synchronized void rememberFamily() {
        process.descendants().forEach(family::add);
    }

    /** Ends the driver and all that it started; waits at most two seconds for each step. */
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
        if (!hasEndedWithin(END)) {
            process.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEndOfFamily();
    }

    /** Not by {@link ProcessHandle#onExit}, which takes two seconds to notice the end of a process that is not a child. */
    private void awaitEndOfFamily() {
        long deadline = System.nanoTime() + END.toNanos();
        try {
            while (family.stream().anyMatch(DriverProcess::runs) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that is dead and that nobody has collected yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
