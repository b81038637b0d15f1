package dev.smokerunner.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke completion}: prints what makes a shell complete commands and options. */
@Command(
        name = "completion",
        description = {
            "print a script that makes a shell complete commands and options",
            "bash, zsh: source <(smoke completion bash)    fish: smoke completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
    private Shell shell = Shell.bash;

    /** Spelt as it is typed. */
    private enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    public Integer call() {
        CommandLine smoke = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        // The script for bash turns on zsh's support for such scripts where zsh reads it.
        out.print(shell == Shell.fish ? new FishCompletion(smoke).script() : AutoComplete.bash("smoke", smoke));
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }
}
