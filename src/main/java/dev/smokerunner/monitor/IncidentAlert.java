package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.digest.Sha256;
import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.DurationWords;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What people are told when something happens to an incident.
 *
 * @param look the look in which it happened
 * @param incident the id of the incident
 * @param release the last one that may have to do with it; absent where there was none
 * @param publicUrl where people find the status page; absent where they do not
 */
record IncidentAlert(Look look, String incident, Optional<Release> release, Optional<String> publicUrl) {
    /** Half of a SHA-256, which no two causes share. */
    private static final int KEY_DIGITS = 32;

    Alert of(IncidentEvent event, String id) {
        boolean isOver = event.kind() == IncidentEvent.Kind.RESOLVED;
        return new Alert(
                id,
                switch (event.kind()) {
                    case OPENED -> Alert.Kind.OPENED;
                    case JOINED, WORSENED, FLAPPING -> Alert.Kind.CHANGED;
                    case RESOLVED -> Alert.Kind.RESOLVED;
                },
                key(event.incident().fingerprint()),
                look.site().site(),
                event.incident().severity(),
                event.incident().since(),
                event.at(),
                look.confirmation(event),
                event.causes().stream().map(look::trouble).toList(),
                isOver ? List.of() : changes(event.incident().since()),
                evidence("index.html"),
                look.hasScreenshot() ? evidence("screenshot.png") : Optional.empty(),
                publicUrl.map(base -> page(base, PageAddresses.incident(incident))));
    }

    /** The same for the same cause at the same site: whoever is told twice sees that it is one thing. */
    private String key(String fingerprint) {
        return "smoke-" + Sha256.hex(look.site().id() + "\n" + fingerprint).substring(0, KEY_DIGITS);
    }

    private List<String> changes(Instant since) {
        return release.stream()
                .map(one -> "release " + one.version() + " at "
                        + DateTimeFormatter.ISO_INSTANT.format(one.at().truncatedTo(ChronoUnit.SECONDS)) + ", "
                        + DurationWords.of(Duration.between(one.at(), since).abs())
                        + (one.at().isAfter(since) ? " after" : " before") + " the first bad round")
                .toList();
    }

    private URI page(String base, String path) {
        return URI.create(base.replaceAll("/+$", "") + "/" + path);
    }

    private Optional<URI> evidence(String file) {
        return publicUrl.flatMap(base -> look.roundId().map(round -> page(base, PageAddresses.evidence(round, file))));
    }
}
