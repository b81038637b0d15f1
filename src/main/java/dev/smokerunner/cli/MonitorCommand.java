package dev.smokerunner.cli;

import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.config.DurationText;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.MonitorOptions;
import dev.smokerunner.monitor.WatchedConfigs;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import dev.smokerunner.network.Port;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.status.StatusOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke monitor}: checks on a schedule. */
@Command(
        name = "monitor",
        description = "check on a schedule; alert; remember",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class MonitorCommand implements Callable<Integer> {
    private static final Duration REREAD = Duration.ofSeconds(5);

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "config files, or folders with them")
    private List<Path> configs = List.of();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "which environment; default: every one whose audience are customers")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FILE|JDBC-URL",
            defaultValue = AlertOptions.USUAL_DATA,
            description = "what it remembers: a file (default ${DEFAULT-VALUE}), or jdbc:postgresql://HOST/DATABASE"
                    + " that several monitors share")
    private String data = AlertOptions.USUAL_DATA;

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description = "show a status page there (default host 127.0.0.1); who may see it must know the token in the"
                    + " environment variable SMOKE_STATUS_TOKEN, where there is one")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "where people find the status page: alerts link to reports and pictures there")
    private Optional<String> publicUrl = Optional.empty();

    @Option(names = "--once", description = "one round of all, their alerts, and end: for cron")
    private boolean once;

    @Option(
            names = "--location",
            paramLabel = "NAME",
            description = "from where it looks, as in monitor.from of a config")
    private String location = "";

    @Option(
            names = "--reference",
            paramLabel = "HOST:PORT",
            description =
                    "an address that answers while this machine's network is up; where it does not, and no site does"
                            + " either, the rounds are inconclusive. Several: name it several times")
    private List<String> references = List.of();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "2",
            description = "how many sites are looked at at the same time (default ${DEFAULT-VALUE})")
    private int atOnce = 2;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "a bound on each round (default 2m)")
    private Optional<String> timeout = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text (default), or json: one line a round")
    private String format = "text";

    @Option(
            names = {"-v", "--verbose"},
            description = "say everything, with logs")
    private boolean verbose;

    @Mixin
    private NagiosOptions nagios = new NagiosOptions();

    @Mixin
    private BrowserOptions browser = new BrowserOptions();

    MonitorCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.silence();
        PrintWriter err = spec.commandLine().getErr();
        List<String> problems = new ArrayList<>();
        RunOptions options = options(problems);
        WatchedConfigs watched = new WatchedConfigs(configs, environment, location, options, application::variable);
        if (verbose) {
            Logging.show(err, watched::redact);
        }
        List<InetSocketAddress> addresses = addresses(problems);
        nagios.read(problems);
        Optional<StatusOptions> page = listen.flatMap(text -> ListenText.read(text, token(), problems));
        publicUrl
                .filter(text -> !SubjectText.isUrl(text))
                .ifPresent(text -> problems.add("--public-url: expected an http or https address, got " + text));
        if (once && listen.isPresent()) {
            problems.add(
                    "--listen and --once: expected one of them, got both; a page that ends with the round shows nobody anything");
        }
        Reading first = watched.read();
        problems.addAll(first.problems());
        if (!problems.isEmpty()) {
            return Conclusion.refused(
                    problems, List.of(format), spec.commandLine().getOut(), err);
        }
        return watch(watched, first, addresses, page);
    }

    private RunOptions options(List<String> problems) {
        if (!List.of("text", "json").contains(format)) {
            problems.add("--format: expected text or json, got " + format);
        }
        if (atOnce < 1) {
            problems.add("--at-once: expected 1 or more, got " + atOnce);
        }
        Duration limit = RunOptions.DEFAULT.timeout();
        try {
            limit = timeout.map(DurationText::parseLimit).orElse(limit);
        } catch (IllegalArgumentException e) {
            problems.add("--timeout: expected " + e.getMessage() + ", got \"" + timeout.orElse("") + "\"");
        }
        return new RunOptions(
                BrowserText.read(browser, problems),
                GridText.read(browser, problems),
                Severity.SEV3,
                limit,
                ReleasePlan.NONE);
    }

    private List<InetSocketAddress> addresses(List<String> problems) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String reference : references) {
            int colon = reference.lastIndexOf(':');
            OptionalInt port = Port.parse(reference.substring(colon + 1));
            if (colon > 0 && port.isPresent()) {
                addresses.add(InetSocketAddress.createUnresolved(reference.substring(0, colon), port.getAsInt()));
            } else {
                problems.add("--reference: expected HOST:PORT, got " + reference);
            }
        }
        return addresses;
    }

    /** For people who look for the machine. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }

    private Optional<Secret> token() {
        return application
                .variable("SMOKE_STATUS_TOKEN")
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }

    private int watch(
            WatchedConfigs watched, Reading first, List<InetSocketAddress> addresses, Optional<StatusOptions> page)
            throws InterruptedException {
        MonitorText text = new MonitorText(
                spec.commandLine().getOut(), spec.commandLine().getErr(), format.equals("json"), application::now);
        try (HistoryDatabase database = HistoryDatabase.forMonitor(data);
                NagiosLog told = NagiosOptions.log(nagios.read(new ArrayList<>()), text)) {
            MonitorService service = new MonitorService(application, database, watched, told, this::settings);
            if (once) {
                return text.exitCode(service.once(first, addresses)).code();
            }
            service.watch(first, addresses, page);
            return ExitCode.PASS.code();
        } catch (IOException e) {
            return failed("--listen " + listen.orElse("") + ": " + e.getMessage());
        } catch (HistoryException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private int failed(String why) {
        spec.commandLine().getErr().println(why);
        spec.commandLine().getErr().flush();
        return ExitCode.INCONCLUSIVE.code();
    }

    private MonitorOptions settings(MonitorLog log) {
        return new MonitorOptions(
                location,
                host(),
                atOnce,
                REREAD,
                publicUrl,
                RetryPolicy.USUAL,
                log,
                AnomalyCommand.graphite(application),
                new MonitoredCanary(application));
    }
}
