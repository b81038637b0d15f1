package dev.smokerunner.monitor;

import dev.smokerunner.process.ShortProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a Nagios takes passive results. */
public sealed interface PassiveTarget {
    /**
     * Hands one over.
     *
     * @throws IOException if it is not taken; the message says by whom, and why
     */
    void take(PassiveResult result) throws IOException, InterruptedException;

    /**
     * The external command file of a Nagios on this machine.
     *
     * @param file e.g. {@code /var/lib/nagios4/rw/nagios.cmd}
     */
    record CommandFile(Path file) implements PassiveTarget {
        @Override
        public void take(PassiveResult result) throws IOException {
            try {
                // Not made where it is missing: then no Nagios reads it.
                Files.write(file, List.of(result.command()), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IOException("Nagios's command file " + file + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The NSCA daemon of a Nagios elsewhere, by the program {@code send_nsca}.
     *
     * @param host its machine
     * @param port 5667 is usual
     * @param config what {@code send_nsca} reads, with the password and how it encrypts; absent for its own default
     */
    record Nsca(String host, int port, Optional<Path> config) implements PassiveTarget {
        private static final String SECONDS = "10";
        /** Longer than {@code send_nsca} itself waits. */
        private static final Duration LIMIT = Duration.ofSeconds(20);

        private static final int MOST_BYTES = 2000;

        @Override
        public void take(PassiveResult result) throws IOException, InterruptedException {
            List<String> command =
                    new ArrayList<>(List.of("send_nsca", "-H", host, "-p", String.valueOf(port), "-to", SECONDS));
            config.ifPresent(file -> command.addAll(List.of("-c", file.toString())));
            ShortProgram.Ending sender;
            try {
                sender = ShortProgram.run(
                        new ProcessBuilder(command).redirectErrorStream(true), result.line(), LIMIT, MOST_BYTES);
            } catch (IOException e) {
                throw new IOException(
                        "send_nsca cannot be started (Debian has it in nsca-client): " + e.getMessage(), e);
            }
            if (sender.code() != 0) {
                throw new IOException("send_nsca to " + host + ":" + port + " failed: "
                        + sender.said().strip().replaceAll("\\s+", " "));
            }
        }
    }
}
