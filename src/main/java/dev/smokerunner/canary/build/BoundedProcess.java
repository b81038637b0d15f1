package dev.smokerunner.canary.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Runs commands within limits, and ends each with all that it started, however it ends. */
public final class BoundedProcess {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** To look at all processes of a machine and at a disk takes time that the build needs. */
    private static final int EASY_LOOKS = 10;

    /** A daemon that holds the output open does not hold up the end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Path folder;
    private final Sandbox sandbox;
    private final Limits limits;

    /**
     * A way to run commands.
     *
     * @param folder the only folder that they may fill
     * @param sandbox what holds them
     * @param limits what they may take
     */
    public BoundedProcess(Path folder, Sandbox sandbox, Limits limits) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** The same with other limits. */
    public BoundedProcess within(Limits other) {
        return new BoundedProcess(folder, sandbox, other);
    }

    /** What a command may take. */
    public Limits limits() {
        return limits;
    }

    /**
     * Runs a command to its end.
     *
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread is to end; then the command has ended too
     */
    public Ending run(Command command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String mark = UUID.randomUUID().toString();
        DiskWatch disk = DiskWatch.of(folder, limits.diskBytes());
        Process process = start(command, mark);
        Family family = new Family(process.toHandle(), mark);
        Thread guard = new Thread(family::end, "canary-guard");
        Runtime.getRuntime().addShutdownHook(guard);
        OutputTail output = new OutputTail(process.getInputStream());
        Thread reader = new Thread(output, "canary-output");
        reader.setDaemon(true);
        reader.start();
        Ending.Reason reason;
        try {
            reason = await(process, family, output, disk);
        } finally {
            family.end();
            forget(guard);
        }
        reader.join(LAST_WORDS.toMillis());
        int code = reason == Ending.Reason.EXITED ? process.exitValue() : -1;
        return new Ending(reason, code, output.text(), Duration.ofNanos(System.nanoTime() - start));
    }

    private Process start(Command command, String mark) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(sandbox.wrap(FileSizeLimit.on(command, limits), folder))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment().put(Family.MARK, mark);
        return builder.start();
    }

    private Ending.Reason await(Process process, Family family, OutputTail output, DiskWatch disk)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limits.time().toNanos();
        for (int look = 0; !process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS); look++) {
            if (System.nanoTime() > deadline) {
                return Ending.Reason.TIME;
            }
            if (output.count() > limits.outputBytes()) {
                return Ending.Reason.OUTPUT;
            }
            if (look % EASY_LOOKS == 0) {
                family.look();
                if (disk.isOver()) {
                    return Ending.Reason.DISK;
                }
            }
        }
        // What grew just before the end counts too.
        return disk.isOver() ? Ending.Reason.DISK : Ending.Reason.EXITED;
    }

    private static void forget(Thread guard) {
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException ending) {
            // The JVM ends just now, and the guard with it.
        }
    }
}
