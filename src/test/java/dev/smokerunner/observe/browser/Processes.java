package dev.smokerunner.observe.browser;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds and treats the processes of a browser that a test started. */
public final class Processes {
    private Processes() {}

    /** Those that have a directory on their command line, this process aside. */
    public static List<ProcessHandle> mentioning(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(commandLine(line -> line.contains(directory.toString())))
                .toList();
    }

    /** The browser's supervisor and, second, what waits for our end. */
    public static List<ProcessHandle> guards(Path directory) {
        return mentioning(directory).stream()
                .filter(commandLine(line -> line.contains("supervise.sh")))
                .sorted(Comparator.comparing(ProcessHandle::pid))
                .toList();
    }

    /** The head of the browser that keeps its profile there. */
    public static ProcessHandle browser(Path directory) {
        return family(line -> (line.contains("--user-data-dir=" + directory) || line.contains("--profile " + directory))
                        && !line.contains("--type=")
                        && !line.contains("supervise.sh"))
                .findFirst()
                .orElseThrow();
    }

    /** The processes of pages, those included that a browser keeps at hand for the next one. */
    public static List<ProcessHandle> pages() {
        return family(line -> line.contains("--type=renderer")
                        || line.contains("-contentproc") && line.strip().endsWith(" tab"))
                .toList();
    }

    /** All that this virtual machine has started, directly or not. */
    public static Set<ProcessHandle> ofThisMachine() {
        return ProcessHandle.current().descendants().collect(toSet());
    }

    /** Those of them that were not there before: other tests have processes of their own. */
    public static List<ProcessHandle> besides(Set<ProcessHandle> before) {
        return ofThisMachine().stream()
                .filter(process -> !before.contains(process))
                .toList();
    }

    private static Stream<ProcessHandle> family(Predicate<String> line) {
        return ProcessHandle.current().descendants().filter(commandLine(line));
    }

    private static Predicate<ProcessHandle> commandLine(Predicate<String> line) {
        return process -> line.test(commandLine(process));
    }

    /** From the system itself: Java gives up on the command lines of Chromium's children. */
    public static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }

    public static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Whether something becomes true in time. */
    public static boolean soon(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return condition.getAsBoolean();
    }
}
