package dev.smokerunner.pipeline;

import dev.smokerunner.pipeline.Jenkinsfile.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs the commands of a file. */
    static PipelineRun of(Jenkinsfile file, Shell shell) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (Step step : file.steps()) {
            if (step.isRecovery() || step.command().equals(OF_THIS_PROJECT)) {
                continue;
            }
            if (run(step, shell, commands) != 0) {
                for (Step recovery : file.steps()) {
                    if (recovery.recovers(step)) {
                        run(recovery, shell, commands);
                    }
                }
                break;
            }
        }
        return new PipelineRun(List.copyOf(commands), shell.output());
    }

    private static int run(Step step, Shell shell, List<String> commands) throws IOException, InterruptedException {
        int status = shell.run(step.command());
        commands.add(step.command() + ": " + status);
        return status;
    }
}
