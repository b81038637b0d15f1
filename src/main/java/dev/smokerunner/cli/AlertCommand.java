package dev.smokerunner.cli;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.alert.Delivery.Delayed;
import dev.smokerunner.alert.Delivery.Delivered;
import dev.smokerunner.alert.Delivery.Refused;
import dev.smokerunner.alert.WebClient;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.ConfiguredPlaces;
import dev.smokerunner.config.Problem;
import dev.smokerunner.result.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smoke alert --test}: sends a message to a channel, to see whether it arrives. */
@Command(
        name = "alert",
        description = "send a test message to a channel that a config names, and say whether it was taken",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class AlertCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--test",
            required = true,
            paramLabel = "CHANNEL",
            description = "pagerduty, slack, teams, webhook, email or zendesk; all for every channel of the config")
    private String channel = ALL;

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "CONFIG",
            description = "the config that names the channels")
    private Path config = Path.of("");

    AlertCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        ConfigFile file = new ConfigFile(config, application::variable);
        List<String> problems = new ArrayList<>();
        try {
            ConfiguredPlaces places = file.places();
            List<AlertChannel> channels = file.alerts(new WebClient()).channels();
            List<AlertChannel> chosen = channels.stream()
                    .filter(one -> channel.equals(ALL) || channel.equals(one.name()))
                    .toList();
            if (!chosen.isEmpty()) {
                return send(chosen, places);
            }
            String known = channels.stream().map(AlertChannel::name).collect(Collectors.joining(", "));
            problems.add("--test: expected a channel of " + config + ", got " + channel
                    + (known.isEmpty() ? ", and it has none under alerts" : ", and it has " + known));
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
        }
        problems.forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        return ExitCode.USAGE.code();
    }

    private int send(List<AlertChannel> channels, ConfiguredPlaces places) {
        PrintWriter out = spec.commandLine().getOut();
        Alert alert = alert(places);
        ExitCode code = ExitCode.PASS;
        for (AlertChannel one : channels) {
            Delivery delivery = one.tryToSend(alert);
            out.println(places.redaction().apply(one.name() + ": " + delivery.words() + advice(delivery)));
            out.flush();
            code = delivery instanceof Delivered ? code : ExitCode.INCONCLUSIVE;
        }
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : code.code();
    }

    private static String advice(Delivery delivery) {
        if (delivery instanceof Delayed delayed) {
            return "; a real alert would be sent again"
                    + delayed.after()
                            .map(after -> ", after " + after.toSeconds() + " s as it asks")
                            .orElse("");
        }
        return delivery instanceof Refused ? "; look at the address and the key that the config names" : "";
    }

    private Alert alert(ConfiguredPlaces places) {
        Instant now = application.now();
        String id = UUID.randomUUID().toString();
        return new Alert(
                id,
                Alert.Kind.TEST,
                "smoke-test-" + id,
                new Alert.Site(places.name(), "", "smoke alert --test", Optional.empty(), Optional.empty()),
                Severity.SEV5,
                now,
                now,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
