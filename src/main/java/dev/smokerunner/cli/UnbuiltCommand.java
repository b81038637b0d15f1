package dev.smokerunner.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of the contract that is not yet built, and says so whatever it is given. */
@Command(mixinStandardHelpOptions = true)
final class UnbuiltCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(spec.qualifiedName() + ": not yet built; what works is: smoke run, smoke init, smoke schema");
        return ExitCode.USAGE.code();
    }
}
