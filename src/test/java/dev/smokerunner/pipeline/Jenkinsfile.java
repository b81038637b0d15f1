package dev.smokerunner.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shell commands of a declarative pipeline, in order.
 *
 * <p>Reads what this project writes: one block or one step in a line.
 *
 * @param steps each command and where it stands
 */
record Jenkinsfile(List<Step> steps) {
    private static final Pattern STAGE = Pattern.compile("stage\\('([^']+)'\\) \\{");
    private static final Pattern SHELL = Pattern.compile("sh '([^']+)'");

    /**
     * A command.
     *
     * @param stages the stages that it is in, the outermost first
     * @param command the shell's
     * @param isRecovery whether it runs only where its stage did not succeed
     */
    record Step(List<String> stages, String command, boolean isRecovery) {
        /** Whether it sets right what another step broke. */
        boolean recovers(Step failed) {
            return isRecovery
                    && failed.stages.size() >= stages.size()
                    && failed.stages.subList(0, stages.size()).equals(stages);
        }
    }

    static Jenkinsfile read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        Deque<String> blocks = new ArrayDeque<>();
        for (String line : Files.readString(file).lines().map(String::strip).toList()) {
            Matcher shell = SHELL.matcher(line);
            if (line.startsWith("//")) {
                continue;
            }
            if (line.endsWith("{")) {
                blocks.addLast(line);
            } else if (line.equals("}")) {
                blocks.removeLast();
            } else if (shell.matches()) {
                steps.add(new Step(stages(blocks), shell.group(1), blocks.contains("unsuccessful {")));
            }
        }
        return new Jenkinsfile(List.copyOf(steps));
    }

    private static List<String> stages(Deque<String> blocks) {
        return blocks.stream()
                .map(STAGE::matcher)
                .filter(Matcher::matches)
                .map(stage -> stage.group(1))
                .toList();
    }
}
