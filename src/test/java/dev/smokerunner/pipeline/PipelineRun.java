package dev.smokerunner.pipeline;

import dev.smokerunner.pipeline.Jenkinsfile.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The shell part of what Jenkins does with a Jenkinsfile: one command after the other, the first that fails is the last, and
 * then what recovers its stage.
 *
 * @param commands what ran, each with its exit code, such as {@code ci/smoke.sh staging: 0}
 * @param output all that they printed
 */
record PipelineRun(List<String> commands, String output) {
    /** The tests of this project would run themselves. */
    private static final String OF_THIS_PROJECT = "ci/build.sh";

    private static final long MOST_MINUTES = 3;

    /**
     * Runs the commands, from the root of this project.
     *
     * @param environment what they find in the environment besides the usual
     * @param log where their output goes
     */
    static PipelineRun of(Jenkinsfile file, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (Step step : file.steps()) {
            if (step.isRecovery() || step.command().equals(OF_THIS_PROJECT)) {
                continue;
            }
            if (run(step, environment, log, commands) != 0) {
                for (Step recovery : file.steps()) {
                    if (recovery.recovers(step)) {
                        run(recovery, environment, log, commands);
                    }
                }
                break;
            }
        }
        return new PipelineRun(List.copyOf(commands), Files.readString(log, StandardCharsets.UTF_8));
    }

    private static int run(Step step, Map<String, String> environment, Path log, List<String> commands)
            throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", step.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        shell.environment().putAll(environment);
        Process process = shell.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError(step.command() + " did not end: " + Files.readString(log));
        }
        commands.add(step.command() + ": " + process.exitValue());
        return process.exitValue();
    }
}
