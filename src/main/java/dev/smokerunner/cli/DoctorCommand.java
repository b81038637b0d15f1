package dev.smokerunner.cli;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.ConfiguredPlaces;
import dev.smokerunner.config.Problem;
import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.Place;
import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.observe.browser.BrowserChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smoke doctor}: says what this machine has and lacks. */
@Command(
        name = "doctor",
        description = "say what this machine has and lacks: Java, browser, driver, network",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "CONFIG",
            description = "ask each target of this config, too, with one GET; may come several times")
    private List<Path> configs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "smoke-report",
            description = "where reports will go (default ${DEFAULT-VALUE})")
    private Path output = Path.of("smoke-report");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "console",
            description = "console or json (default ${DEFAULT-VALUE})")
    private String format = "console";

    DoctorCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        List<String> problems = new ArrayList<>();
        if (!format.equals("console") && !format.equals("json")) {
            problems.add("--format: expected console or json, got \"" + format + "\"");
        }
        List<ConfiguredPlaces> configured = configs.stream()
                .flatMap(config -> places(config, problems).stream())
                .toList();
        if (!problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            return ExitCode.USAGE.code();
        }
        return tell(application.diagnoses(needs(configured)), configured).code();
    }

    private List<ConfiguredPlaces> places(Path config, List<String> problems) {
        try {
            return List.of(new ConfigFile(config, application::variable).places());
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return List.of();
        }
    }

    private RunNeeds needs(List<ConfiguredPlaces> configured) {
        List<Place> places = new ArrayList<>();
        Map<BrowserChoice.Name, BrowserChoice> browsers = new LinkedHashMap<>();
        for (ConfiguredPlaces one : configured) {
            BrowserChoice visitor = one.browsers().get(0);
            one.targets()
                    .forEach((environment, target) ->
                            places.add(new Place(one.name() + " " + environment, target, visitor)));
            one.browsers().forEach(browser -> browsers.putIfAbsent(browser.name(), browser));
        }
        if (browsers.isEmpty()) {
            browsers.put(BrowserChoice.DEFAULT.name(), BrowserChoice.DEFAULT);
        }
        return new RunNeeds(output, places, List.copyOf(browsers.values()));
    }

    private ExitCode tell(List<Diagnosis> diagnoses, List<ConfiguredPlaces> configured) {
        PrintWriter out = spec.commandLine().getOut();
        DiagnosisText text = new DiagnosisText(clean -> {
            String redacted = clean;
            for (ConfiguredPlaces one : configured) {
                redacted = one.redaction().apply(redacted);
            }
            return redacted;
        });
        out.print(format.equals("json") ? text.json(diagnoses) : text.lines(diagnoses));
        if (out.checkError()) {
            return ExitCode.INCONCLUSIVE;
        }
        boolean fails = diagnoses.stream().anyMatch(one -> one.level() == Diagnosis.Level.FAIL);
        return fails ? ExitCode.FAIL : ExitCode.PASS;
    }
}
