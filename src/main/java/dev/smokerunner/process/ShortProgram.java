package dev.smokerunner.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a program that should soon end, and ends it with all that it started where it does not. */
public final class ShortProgram {
    private ShortProgram() {}

    /**
     * What came of it.
     *
     * @param code its exit code; another one than 0 where it was ended
     * @param said what it wrote, or the start of it
     */
    public record Ending(int code, String said) {
        /** Rejects null. */
        public Ending {
            requireNonNull(said);
        }
    }

    /**
     * Runs one to its end.
     *
     * @param program its command, and where its errors go
     * @param input what it reads
     * @param limit how long it may take; it is ended then, whether it has closed its output or not
     * @param mostBytes so much of what it writes is kept; it is ended where it writes more
     * @throws IOException if it cannot be started
     */
    public static Ending run(ProcessBuilder program, String input, Duration limit, int mostBytes)
            throws IOException, InterruptedException {
        Process process = program.start();
        CompletableFuture<Process> late = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(over -> end(process));
        try (InputStream out = process.getInputStream()) {
            write(input, process.getOutputStream());
            String said = new String(out.readNBytes(mostBytes), StandardCharsets.UTF_8);
            if (out.read() >= 0) {
                end(process);
            }
            return new Ending(process.waitFor(), said);
        } finally {
            late.cancel(false);
            end(process);
        }
    }

    /**
     * What it started may hold its output open, and goes after it: a shell would go on. The output is read to its end, which
     * the process itself would close.
     */
    private static Process end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.toHandle().destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        return process;
    }

    private static void write(String input, OutputStream in) {
        try (in) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedBefore) {
            // What it wrote and its exit code say more.
        }
    }
}
