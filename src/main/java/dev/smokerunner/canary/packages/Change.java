package dev.smokerunner.canary.packages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a lock is to be moved.
 *
 * @param upgrades what takes the newest version that it may have
 * @param pins what takes exactly this version, by name
 */
public record Change(List<Upgrade> upgrades, Map<String, String> pins) {
    /** Nothing moves. */
    public static final Change NONE = new Change(List.of(), Map.of());

    /** Copies list and map. */
    public Change {
        upgrades = List.copyOf(upgrades);
        pins = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    }

    /** All upgrades of these groups. */
    public static Change of(Collection<UpgradeGroup> groups) {
        return new Change(
                groups.stream().flatMap(group -> group.upgrades().stream()).toList(), Map.of());
    }

    /** The same with one version fixed. */
    public Change pinning(String name, String version) {
        Map<String, String> more = new LinkedHashMap<>(pins);
        more.put(name, version);
        return new Change(
                upgrades.stream()
                        .filter(upgrade -> !upgrade.name().equals(name))
                        .toList(),
                more);
    }

    /** The names of what takes the newest version. */
    List<String> names() {
        return upgrades.stream().map(Upgrade::name).sorted().collect(Collectors.toList());
    }
}
