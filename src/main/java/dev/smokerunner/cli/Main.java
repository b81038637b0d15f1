package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code smoke}. */
@Command(
        name = "smoke",
        description = "Looks at a front end after it was deployed and says whether it works.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the JVM with its {@link ExitCode}.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrelaunchedBrowser browser = PrelaunchChoice.wantedBy(List.of(args))
                .map(PrelaunchedBrowser::of)
                .orElse(PrelaunchedBrowser.NONE);
        // In UTF-8 whatever the locale: a CI server's is often plain ASCII, and JSON is UTF-8 by definition.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // The JVM's own code for an error that nobody caught is 1, which would blame the page.
        Thread.currentThread().setUncaughtExceptionHandler((thread, crash) -> {
            err.println(CrashMessages.brief(crash));
            System.exit(ExitCode.INCONCLUSIVE.code());
        });
        int code = commandLine(new LocalApplication(browser, LocalSystem.current()), List.of(args))
                .setOut(out)
                .setErr(err)
                .execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * The whole command line, ready to be executed.
     *
     * @param application what the commands drive
     */
    public static CommandLine commandLine(Application application) {
        return commandLine(application, List.of());
    }

    /** To describe a command takes Java as long as many a page takes to load, so a run does without the others. */
    private static CommandLine commandLine(Application application, List<String> args) {
        CommandLine smoke = new CommandLine(new Main());
        smoke.addSubcommand(new RunCommand(application));
        if (args.isEmpty() || !args.get(0).equals("run")) {
            addOthers(smoke, application);
        }
        describe(smoke.getCommandSpec(), application.version());
        smoke.getSubcommands().values().forEach(command -> describe(command.getCommandSpec(), application.version()));
        return smoke.setParameterExceptionHandler(new UsageMessages())
                .setExecutionExceptionHandler(new CrashMessages());
    }

    private static void addOthers(CommandLine smoke, Application application) {
        smoke.addSubcommand(new ReportCommand(application));
        smoke.addSubcommand(new DoctorCommand(application));
        smoke.addSubcommand(new ConfigCommand(application));
        smoke.addSubcommand(new ExplainCommand());
        smoke.addSubcommand(new InitCommand(application));
        smoke.addSubcommand(new SchemaCommand());
        smoke.addSubcommand(new CompletionCommand());
        smoke.addSubcommand(new ListCommand());
        smoke.addSubcommand(new InstallCommand(application));
        smoke.addSubcommand(new JudgeCommand(application));
        smoke.addSubcommand(new ReportBugCommand(application));
        smoke.addSubcommand(new AlertCommand(application));
        smoke.addSubcommand(new MonitorCommand(application));
        smoke.addSubcommand(new HistoryCommand(application));
        smoke.addSubcommand(new TrafficCommand(application));
        smoke.addSubcommand(new AnomalyCommand(application));
        smoke.addSubcommand(new CanaryCommand(application));
        smoke.addSubcommand(new PirCommand(application));
    }

    private static void describe(CommandSpec command, String version) {
        command.version("smoke " + version);
        command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.list());
    }
}
