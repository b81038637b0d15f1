package dev.smokerunner.alert;

import dev.smokerunner.alert.Alert.Kind;
import dev.smokerunner.alert.Alert.Site;
import dev.smokerunner.alert.Alert.Trouble;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts for tests. */
final class AnAlert {
    static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");

    private AnAlert() {}

    static Alert of(Kind kind) {
        return of(kind, "the script /js/main-3f9a.js does not load: 404");
    }

    static Alert of(Kind kind, String message) {
        return new Alert(
                "round-7:slack",
                kind,
                "signup/production/asset-missing:1f",
                new Site(
                        "signup",
                        "production",
                        "https://www.example.com/signup/",
                        Optional.of("web-team"),
                        Optional.of("https://wiki.example.com/signup")),
                Severity.SEV2,
                SINCE,
                SINCE.plusSeconds(3 * 3600 + 120),
                "seen in 2 rounds in a row",
                List.of(new Trouble(
                        "asset-missing",
                        Severity.SEV2,
                        message,
                        Optional.of("index.html:12"),
                        Optional.of("the package has js/main-77b1.js"),
                        List.of())),
                List.of("release 2.4.1, 40 s before"),
                Optional.of(URI.create("https://smoke.example.com/reports/7/")),
                Optional.of(URI.create("https://smoke.example.com/reports/7/1.png")),
                Optional.of(URI.create("https://smoke.example.com/incident?id=7")));
    }
}
