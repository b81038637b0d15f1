package dev.smokerunner.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process whose parent ends before it: the first process of the machine or container inherits it, and has to collect it
 * when it has ended. Where that does not, each browser leaves some dead processes behind.
 *
 * @param host says how a process is
 */
record Orphan(ThisHost host) {
    private static final int LOOKS = 100;
    private static final long BETWEEN_MILLIS = 50;

    /**
     * Makes one, and looks whether it goes, for five seconds at most, since some collect the dead only now and then; absent
     * where it could not be made.
     */
    Optional<Boolean> isCollected() {
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", "sleep 0.1 >/dev/null 2>&1 & echo $!")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.getOutputStream().close();
            try (BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                return line == null ? Optional.empty() : goes(Long.parseLong(line.strip()));
            }
        } catch (IOException | NumberFormatException notMade) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Boolean> goes(long orphan) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            if (host.state(orphan).isEmpty()) {
                return Optional.of(true);
            }
        }
        // On a busy machine it may not have ended yet: then nothing is known.
        return host.state(orphan).filter("Z"::equals).map(dead -> false);
    }
}
