package dev.smokerunner.canary.packages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Upgrades that can only be made together, because one wants the new version of the other beside it.
 *
 * @param upgrades the upgrades; mostly one, never none
 */
public record UpgradeGroup(List<Upgrade> upgrades) {
    /** Copies the list. */
    public UpgradeGroup {
        upgrades = List.copyOf(upgrades);
        if (upgrades.isEmpty()) {
            throw new IllegalArgumentException("a group without an upgrade");
        }
    }

    @Override
    public String toString() {
        return upgrades.stream().map(Upgrade::toString).collect(Collectors.joining(" with "));
    }
}
