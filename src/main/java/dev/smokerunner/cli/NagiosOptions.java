package dev.smokerunner.cli;

import dev.smokerunner.monitor.MonitorLog;
import dev.smokerunner.monitor.PassiveResults;
import dev.smokerunner.monitor.PassiveTarget;
import dev.smokerunner.network.Port;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which Nagios gets each round. */
final class NagiosOptions {
    private static final int USUAL_PORT = 5667;
    private static final Pattern ADDRESS = Pattern.compile("([^:\\-\\s][^:\\s]*)(?::(\\d+))?");

    @Option(
            names = "--nagios-command-file",
            paramLabel = "FILE",
            description = "hand each round to the Nagios of this machine, as a passive result of the service"
                    + " \"smoke ENVIRONMENT\" of a host that is called as the config")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--nagios-nsca",
            paramLabel = "HOST[:PORT]",
            description = "the same for a Nagios elsewhere that listens with NSCA (default port 5667); needs send_nsca")
    private Optional<String> nsca = Optional.empty();

    @Option(
            names = "--nagios-nsca-config",
            paramLabel = "FILE",
            description = "what send_nsca reads: the password, and how it encrypts (default its own)")
    private Optional<Path> nscaConfig = Optional.empty();

    /** Where results go; what is wrong is added to the problems. */
    List<PassiveTarget> read(List<String> problems) {
        List<PassiveTarget> targets = new ArrayList<>();
        file.map(PassiveTarget.CommandFile::new).ifPresent(targets::add);
        nsca.ifPresent(text -> {
            Matcher address = ADDRESS.matcher(text);
            OptionalInt port = address.matches() && address.group(2) != null
                    ? Port.parse(address.group(2))
                    : OptionalInt.of(USUAL_PORT);
            if (address.matches() && port.isPresent()) {
                targets.add(new PassiveTarget.Nsca(address.group(1), port.getAsInt(), nscaConfig));
            } else {
                problems.add("--nagios-nsca: expected HOST or HOST:PORT, got " + text);
            }
        });
        if (nsca.isEmpty() && nscaConfig.isPresent()) {
            problems.add("--nagios-nsca-config: expected --nagios-nsca HOST with it, got none");
        }
        return targets;
    }

    static NagiosLog log(List<PassiveTarget> targets, MonitorLog log) {
        return new NagiosLog(
                log,
                targets.stream().map(target -> new PassiveResults(target, log)).toList());
    }
}
