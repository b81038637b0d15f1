package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.history.Releases.Release;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.IncidentRules;
import dev.smokerunner.incident.SeenCause;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.SmokeResult;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What people are told when something happens to an incident.
 *
 * @param look the look in which it happened
 * @param release the last one that may have to do with it; absent where there was none
 * @param publicUrl where people find the status page; absent where they do not
 */
record IncidentAlert(SiteLook look, Optional<Release> release, Optional<String> publicUrl) {

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
                confirmation(event),
                event.causes().stream().map(this::trouble).toList(),
                isOver ? List.of() : changes(event.incident().since()),
                evidence("index.html"),
                look.result().pages().stream()
                                .anyMatch(page -> page.screenshot().isPresent())
                        ? evidence("screenshot.png")
                        : Optional.empty());
    }

    /** The same for the same cause at the same site: whoever is told twice sees that it is one thing. */
    private String key(String fingerprint) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((look.site().id() + "\n" + fingerprint).getBytes(StandardCharsets.UTF_8));
            return "smoke-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    private String confirmation(IncidentEvent event) {
        IncidentRules rules = look.site().schedule().rules();
        String places = rules.failWhen() > 1 ? ", from " + rules.failWhen() + " places" : "";
        String site = look.site().schedule().every().toSeconds() + " s apart";
        return switch (event.kind()) {
            case OPENED ->
                event.incident().flapping()
                        ? "it comes and goes" + places
                        : (event.incident().isUnknown()
                                ? "nobody could find out in " + rules.unknownAfter() + " rounds in a row, " + site
                                : "seen in " + rules.confirm() + " rounds in a row, " + site + places);
            case JOINED -> "more of what began with it is confirmed, by " + rules.confirm() + " rounds in a row";
            case WORSENED -> "it is worse than it was";
            case FLAPPING -> "it comes and goes, and is held open until it does so no longer";
            case RESOLVED -> "good in " + rules.recover() + " rounds in a row, " + site;
        };
    }

    private List<String> changes(Instant since) {
        return release.stream()
                .map(one -> "release " + one.version() + " at "
                        + DateTimeFormatter.ISO_INSTANT.format(one.at().truncatedTo(ChronoUnit.SECONDS)) + ", "
                        + words(Duration.between(one.at(), since).abs())
                        + (one.at().isAfter(since) ? " after" : " before") + " the first bad round")
                .toList();
    }

    private static String words(Duration duration) {
        return duration.toMinutes() < 2 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }

    private Alert.Trouble trouble(SeenCause cause) {
        SmokeResult result = look.result();
        Optional<Finding> finding = result.findings().stream()
                .filter(one -> one.fingerprint().equals(cause.fingerprint()))
                .findFirst();
        return new Alert.Trouble(
                finding.map(Finding::kind).orElse(cause.isUnknown() ? "inconclusive" : ""),
                cause.severity(),
                cause.summary(),
                finding.flatMap(Finding::where).map(Location::toString),
                finding.flatMap(Finding::hint));
    }

    private Optional<URI> evidence(String file) {
        return publicUrl.map(base -> URI.create(base.replaceAll("/+$", "") + "/evidence/"
                + URLEncoder.encode(look.record().id(), StandardCharsets.UTF_8).replace("+", "%20") + "/" + file));
    }
}
