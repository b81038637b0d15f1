package dev.smokerunner.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
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
        spec.commandLine().getErr().println(spec.qualifiedName() + ": not yet built; what works is: " + built());
        return ExitCode.USAGE.code();
    }

    private String built() {
        return spec.parent().subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !(command.userObject() instanceof UnbuiltCommand))
                .map(CommandSpec::qualifiedName)
                .collect(Collectors.joining(", "));
    }
}
