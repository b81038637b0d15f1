package dev.smokerunner.observe.browser.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a program said on standard output before it ended.
 *
 * @param code its exit code
 * @param text at most a megabyte
 */
record ProgramOutput(int code, String text) {
    private static final int LIMIT = 1 << 20;

    /** Runs a program; absent where it does not start, or was ended because it took too long. */
    static Optional<ProgramOutput> of(List<String> command, Map<String, String> variables, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException notStarted) {
            return Optional.empty();
        }
        try {
            // Read beside: a program that waits for a reader never ends, and one that is silent must not keep us.
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return Optional.of(new ProgramOutput(process.exitValue(), text.get(1, TimeUnit.SECONDS)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException unread) {
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(LIMIT), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}
