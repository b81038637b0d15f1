package dev.smokerunner.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell at the root of this project, as a CI server has one.
 *
 * @param environment what its commands find in the environment besides the usual
 * @param log where their output goes, one after the other
 */
record Shell(Map<String, String> environment, Path log) {
    /** A smoke run bounds itself by two minutes; what takes longer hangs. */
    private static final long MOST_MINUTES = 4;

    /** Runs a command and gives its exit code. */
    int run(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        shell.environment().putAll(environment);
        Process process = shell.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError(command + " did not end: " + output());
        }
        return process.exitValue();
    }

    /** All that the commands printed so far. */
    String output() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
