package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.init.ConfigDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smoke init}: writes the first config of a page. */
@Command(
        name = "init",
        description = {
            "write a config from a page that is healthy now",
            "One browser looks: here --browser takes neither none nor several."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InitOptions typed = new InitOptions();

    @Mixin
    private BrowserOptions browser = new BrowserOptions();

    InitCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return init(new InitReader(typed, browser, application::variable).read())
                    .code();
        } catch (UsageException e) {
            e.problems().forEach(err::println);
            return ExitCode.USAGE.code();
        } catch (ConfigException e) {
            err.println("smoke init: what was drafted is no config, which is a bug:");
            e.problems().forEach(err::println);
            return ExitCode.INCONCLUSIVE.code();
        } finally {
            err.flush();
        }
    }

    private ExitCode init(InitRequest request) throws ConfigException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ReportSettings settings = new ReportSettings(
                Path.of("smoke-report"),
                List.of("console"),
                ReportSettings.Verbosity.NORMAL,
                !typed.noColour,
                out,
                err,
                true);
        FirstConfig.Made made = new FirstConfig(request, application, settings).make();
        if (made.draft().isEmpty()) {
            application.report(List.of(made.last()), settings).forEach(err::println);
            err.println("smoke init: nothing was written: a config is made from a page that passes");
            return ExitCode.of(made.last().verdict());
        }
        return write(request.file(), made.text(), made.draft().get());
    }

    /** Never over a file that has come to be meanwhile. */
    private ExitCode write(Path file, String text, ConfigDraft draft) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            err.println(InitReader.taken(file));
            return ExitCode.USAGE;
        } catch (IOException e) {
            err.println("smoke init: cannot write " + file + ": " + e);
            return ExitCode.INCONCLUSIVE;
        }
        tell(file, draft);
        return ExitCode.PASS;
    }

    private void tell(Path file, ConfigDraft draft) {
        PrintWriter out = spec.commandLine().getOut();
        int elements =
                draft.pages().stream().mapToInt(page -> page.required().size()).sum();
        int scripts =
                draft.pages().stream().mapToInt(page -> page.scripts().size()).sum();
        out.println("wrote " + file + ", and a run with it passed");
        out.println("  in it:     pages " + draft.pages().size() + ", required elements " + elements + ", scripts "
                + scripts + ", calls " + draft.api().size());
        out.println("  left out:  " + draft.leftOut().size() + ", see its end");
        out.println("  audience:  " + draft.environment().audience().word() + ", "
                + draft.environment().why() + "; please check it");
        out.println("  next:      smoke run " + file);
        out.flush();
    }
}
