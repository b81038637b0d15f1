package dev.smokerunner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command of the contract that is not built yet, and says so whatever it is given. */
@Command(mixinStandardHelpOptions = true)
final class UnbuiltCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Unmatched
    private List<String> anything = new ArrayList<>();

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(spec.qualifiedName() + ": not built yet; what works is: smoke run, smoke schema");
        return ExitCode.USAGE.code();
    }
}
