package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smoke schema}: prints the schema of the config, for editors. */
@Command(name = "schema", description = "print the JSON Schema of the config", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ConfigSchema.text());
        return spec.commandLine().getOut().checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }
}
