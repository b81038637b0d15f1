package dev.smokerunner.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who made a folder that is to go with it.
 *
 * @param pid the process
 * @param startMillis when it started
 * @param place in which set of process numbers it lives; a container has its own
 */
public record FolderOwner(long pid, long startMillis, String place) {
    /** A start time is computed from a clock that may be corrected between two runs. */
    private static final Duration CLOCK_STEP = Duration.ofMinutes(1);

    /** This process. */
    public static FolderOwner self() {
        ProcessHandle self = ProcessHandle.current();
        return new FolderOwner(self.pid(), startOf(self), namespace());
    }

    /** What {@link #written} wrote; absent where it is damaged. */
    public static Optional<FolderOwner> read(String written) {
        String[] parts = written.strip().split(" ", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new FolderOwner(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** One line. */
    public String written() {
        return pid + " " + startMillis + " " + place;
    }

    /** Whether it still runs; meaningless for a process of another place. */
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startMillis) < CLOCK_STEP.toMillis())
                .isPresent();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "host";
        }
    }
}
