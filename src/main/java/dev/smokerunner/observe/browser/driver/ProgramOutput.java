package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.process.ShortProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program said on standard output before it ended. */
final class ProgramOutput {
    private static final int LIMIT = 1 << 20;

    private ProgramOutput() {}

    /** Runs a program; absent where it does not start. */
    static Optional<ShortProgram.Ending> of(List<String> command, Map<String, String> variables, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        try {
            return Optional.of(ShortProgram.run(builder, "", patience, LIMIT));
        } catch (IOException notStarted) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
