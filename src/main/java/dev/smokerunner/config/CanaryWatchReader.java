package dev.smokerunner.config;

import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.canary.build.Limits;
import dev.smokerunner.schedule.Cadence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which canary a monitor runs.
 *
 * @param base the directory to which paths are relative
 * @param environments the names of the config's environments
 */
record CanaryWatchReader(Path base, Set<String> environments) {
    private static final Duration USUALLY_EVERY = Duration.ofHours(24);
    private static final String PACE = "\\s*[0-9]+(ms|s|m|h)\\s*";

    /** Absent where the config has none, or one that is wrong. */
    Optional<CanaryWatch> read(ConfigNode canary) {
        Optional<Path> project = path(canary.get("project"));
        Optional<Cadence> cadence = cadence(canary);
        Duration timeout =
                canary.get("build-timeout").read(DurationText::parseLimit).orElse(Limits.USUAL.time());
        Optional<String> environment = canary.get("environment").read(this::known);
        if (project.isEmpty() || cadence.isEmpty()) {
            return Optional.empty();
        }
        CanaryOrder order = new CanaryOrder(
                project.get(),
                canary.get("build").text(),
                canary.get("out").text(),
                canary.get("test").text(),
                path(canary.get("node")),
                path(canary.get("lock")),
                canary.get("latest").flag(false),
                canary.get("allow-scripts").flag(false),
                timeout);
        return Optional.of(new CanaryWatch(order, cadence.get(), environment));
    }

    private Optional<Path> path(ConfigNode entry) {
        return entry.text().map(text -> base.resolve(text).normalize());
    }

    private String known(String name) {
        if (!environments.contains(name)) {
            throw new IllegalArgumentException("one of the config's environments, "
                    + String.join(", ", environments.stream().sorted().toList()));
        }
        return name;
    }

    private static Optional<Cadence> cadence(ConfigNode canary) {
        ConfigNode every = canary.get("every");
        Optional<ZoneId> zone = TimeOfWeek.zone(canary.get("zone"));
        if (every.text().isEmpty()) {
            return every.isSound() ? Optional.of(new Cadence.Every(USUALLY_EVERY)) : Optional.empty();
        }
        if (every.text().get().matches(PACE)) {
            return every.read(text -> new Cadence.Every(DurationText.parseLimit(text.strip())));
        }
        Optional<TimeOfWeek> time = TimeOfWeek.read(every);
        return zone.flatMap(clocks -> time.map(each -> new Cadence.At(each.days(), each.at(), clocks)));
    }
}
