package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.ResolvedEntry;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.serving.Target;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke config}: prints a config as a run reads it. */
@Command(
        name = "config",
        description = "print the config as a run reads it: defaults and variables filled in, secrets masked, and where"
                + " each value comes from",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CONFIG", description = "the config file")
    private Path config = Path.of("");

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment; needed where the config has several")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = {"-t", "--target"},
            paramLabel = "URL|DIR|ZIP",
            description = "as for a run: instead of the environment's url or package")
    private Optional<String> target = Optional.empty();

    ConfigCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        List<String> problems = new ArrayList<>();
        Optional<Target> instead = target.flatMap(text -> SubjectText.target(text, "--target", problems));
        List<ResolvedEntry> entries = List.of();
        if (problems.isEmpty()) {
            try {
                entries = new ConfigFile(config, application::variable)
                        .resolved(new Selection(environment, instead, RunOptions.DEFAULT));
            } catch (ConfigException e) {
                e.problems().stream().map(Problem::toString).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            return ExitCode.USAGE.code();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new ResolvedText(entries).yaml(config.toString()));
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }
}
