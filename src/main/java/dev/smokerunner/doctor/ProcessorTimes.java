package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * What the processors did, by {@code /proc/stat}.
 *
 * @param host has the file
 */
record ProcessorTimes(Host host) {
    private static final Path STAT = Path.of("/proc/stat");
    /** The kernel counts hundredths of a second: fifty of them for each processor tell two per cent. */
    private static final long SAMPLE_MILLIS = 500;

    /** The eighth number of the line, after user, nice, system, idle, iowait, irq and softirq (proc(5)). */
    private static final int STEAL = 7;

    /** Watches for half a second. */
    OptionalDouble steal() {
        Optional<long[]> before = read();
        if (before.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        }
        return read().map(after -> share(before.get(), after)).orElse(OptionalDouble.empty());
    }

    /** The stolen part of the time between two looks. */
    static OptionalDouble share(long[] before, long[] after) {
        long all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (after[STEAL] - before[STEAL]) / all);
    }

    /** The first eight numbers of the line for all processors. */
    Optional<long[]> read() {
        return host.text(STAT)
                .map(text -> text.split("\n", 2)[0].strip().split("\\s+"))
                .filter(words -> words.length > STEAL + 1 && words[0].equals("cpu"))
                .map(words -> Arrays.stream(words, 1, STEAL + 2)
                        .mapToLong(Long::parseLong)
                        .toArray());
    }
}
