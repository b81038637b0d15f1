package dev.smokerunner.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Processes that are to go together, e.g. those of a browser or of a build. */
public final class ProcessTree {

    /** What is killed is gone at once, but for a process that the system is just writing for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    /** Adds a process and all that it has started: once it is dead, nobody can tell any more which processes were its. */
    public void add(ProcessHandle head) {
        members.add(head);
        head.descendants().forEach(members::add);
    }

    /** Kills them and waits until they are gone and write no more, for two seconds at most. */
    public void end() {
        members.forEach(ProcessHandle::destroyForcibly);
        // Not by ProcessHandle.onExit, which takes two seconds to notice the end of a process that is not a child.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (members.stream().anyMatch(ProcessTree::runs) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** A process that is dead and that nobody has collected yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
