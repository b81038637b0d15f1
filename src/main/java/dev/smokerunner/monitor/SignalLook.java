package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SeenCause;
import dev.smokerunner.result.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A signal of one site.
 *
 * @param site which
 * @param signal what it says
 */
record SignalLook(WatchedSite site, Signal signal) implements Look {

    @Override
    public Round round() {
        List<SeenCause> causes = signal.causes().stream()
                .map(cause -> new SeenCause(signal.source(), cause.fingerprint(), cause.severity(), cause.summary()))
                .toList();
        return new Round(
                signal.source(),
                signal.at(),
                "",
                causes.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                causes,
                "",
                site.schedule().inMaintenance(signal.at()));
    }

    @Override
    public Optional<String> roundId() {
        return Optional.empty();
    }

    @Override
    public boolean hasScreenshot() {
        return false;
    }

    @Override
    public Alert.Trouble trouble(SeenCause seen) {
        Optional<SignalCause> cause = signal.causes().stream()
                .filter(one -> one.fingerprint().equals(seen.fingerprint()))
                .findFirst();
        return new Alert.Trouble(
                cause.map(SignalCause::kind).orElse(""),
                seen.severity(),
                seen.summary(),
                Optional.empty(),
                cause.flatMap(SignalCause::hint),
                cause.map(SignalCause::links).orElse(List.of()));
    }

    @Override
    public String confirmation(IncidentEvent event) {
        return switch (event.kind()) {
            case OPENED -> "";
            case JOINED -> "noticed while the site fails, and taken for the same";
            case WORSENED -> "it is worse than it was";
            case FLAPPING -> "it comes and goes, and is held open until it does so no longer";
            case RESOLVED -> "nothing unusual any more";
        };
    }
}
