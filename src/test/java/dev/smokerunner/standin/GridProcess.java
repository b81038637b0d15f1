package dev.smokerunner.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A hub or a node of a Selenium Grid as a process of the system, with all that it starts.
 *
 * <p>A shell holds them together as one group and waits for the end of its standard input: when this JVM ends in any way, or
 * wants so, it kills the group.
 */
final class GridProcess {
    /** Written by the build before the integration tests. */
    private static final Path CLASS_PATH = Path.of("target", "selenium-grid", "classpath");

    private static final String GROUP = """
            set -m
            "$@" </dev/null &
            read -r word
            kill -KILL -- "-$!"
            wait
            """;
    private static final Duration END = Duration.ofSeconds(10);

    private final Process process;
    private final Path directory;
    private boolean hasBegun;

    private GridProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /**
     * Starts one.
     *
     * @param directory its own, where all that it starts may write
     * @param arguments the role, such as {@code hub}, and its options
     */
    static GridProcess start(Path directory, List<String> arguments) throws IOException {
        Files.createDirectory(directory);
        List<String> command = new ArrayList<>(List.of("bash", "-c", GROUP, "selenium-grid"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of("-cp", classPath(), "org.openqa.selenium.grid.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // It asks the net for drivers and tells its maker of its use.
        builder.environment().put("SE_OFFLINE", "true");
        builder.environment().put("SE_AVOID_STATS", "true");
        // The profiles of browsers that are killed would be left in the system's.
        builder.environment().put("TMPDIR", directory.toString());
        builder.environment().put("XDG_CACHE_HOME", directory.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        return new GridProcess(builder.start(), directory);
    }

    private static String classPath() throws IOException {
        if (Files.exists(CLASS_PATH)) {
            return Files.readString(CLASS_PATH).strip();
        }
        String reason = CLASS_PATH + " is missing: ./mvnw antrun:run@selenium-grid writes it";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason + " (with CI=true no test may be skipped)");
        }
        System.err.println("SKIPPED: " + reason);
        throw new TestAbortedException(reason);
    }

    Path directory() {
        return directory;
    }

    /** What it wrote. */
    String log() throws IOException {
        return Files.readString(directory.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    /** Throws, with what it wrote, if it has ended. */
    void requireAlive() throws IOException {
        boolean isThere = process.descendants().findAny().isPresent();
        // The shell may not have got round to starting it.
        if (hasBegun && !isThere) {
            throw new IOException(directory.getFileName() + " of the Selenium Grid ended: " + log());
        }
        hasBegun |= isThere;
    }

    /** Ends it and all that it started, as if the power was cut, and waits until they are gone. */
    void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        try (OutputStream standardInput = process.getOutputStream()) {
            standardInput.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long deadline = System.nanoTime() + END.toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Deletes a directory in which nobody writes any more. */
    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
