package dev.smokerunner.monitor;

import dev.smokerunner.report.NagiosStatus;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hands each round to Nagios as a passive result: the host is the config's name, the service {@code smoke ENVIRONMENT}. A Nagios
 * that does not read holds nothing up; what it misses is the oldest.
 */
public final class PassiveResults {
    /** Nagios reads its command file several times a second. */
    private static final int MOST_WAITING = 100;

    private final Path commandFile;
    private final MonitorLog log;
    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "smoke-nagios");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());

    /**
     * Results for a Nagios on this machine.
     *
     * @param commandFile its external command file, e.g. {@code /var/lib/nagios4/rw/nagios.cmd}
     * @param log is told where it cannot be written
     */
    public PassiveResults(Path commandFile, MonitorLog log) {
        this.commandFile = commandFile;
        this.log = log;
    }

    /** Hands one over. */
    public void round(SiteLook look) {
        String line = command(look.result());
        writer.execute(() -> append(line));
    }

    private void append(String line) {
        try {
            // Not made where it is missing: then no Nagios reads it.
            Files.write(commandFile, List.of(line), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.problem("Nagios's command file " + commandFile + " cannot be written: " + e.getMessage());
        }
    }

    static String command(SmokeResult result) {
        return "[" + result.startedAt().getEpochSecond() + "] PROCESS_SERVICE_CHECK_RESULT;"
                + field(result.subject().name()) + ";smoke "
                + field(result.subject().environment()) + ";"
                + NagiosStatus.of(result).code() + ";"
                + ReportText.of("nagios", result).lines().findFirst().orElse("");
    }

    /** A semicolon would begin the next field. */
    private static String field(String text) {
        return text.replaceAll("[;\\p{Cntrl}]", " ");
    }
}
