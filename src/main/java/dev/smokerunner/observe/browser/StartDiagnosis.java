package dev.smokerunner.observe.browser;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out what a browser has to say itself about why it does not start: its driver keeps that back. */
final class StartDiagnosis {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int LONGEST = 300;

    private StartDiagnosis() {}

    /**
     * Starts a browser without a driver and reads what it writes until it ends.
     *
     * @param binary the browser's executable
     * @param arguments as the driver gives them
     * @param directory where it may write
     * @return its last line, which is the one about the end; absent where it runs after all or says nothing
     */
    static Optional<String> lastWords(Path binary, List<String> arguments, LaunchDirectory directory) {
        Path output = directory.path().resolve("browser.log");
        List<String> command = new ArrayList<>(List.of(binary.toString()));
        command.addAll(arguments);
        command.add("about:blank");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return ended ? lastLine(output) : Optional.empty();
        } catch (IOException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> lastLine(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(line -> MessageEvents.cut(line.strip(), LONGEST));
    }
}
