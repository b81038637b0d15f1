package dev.smokerunner.canary.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What moves from one lock to another. */
public final class Upgrades {
    private final Lock before;
    private final Lock after;

    /** Compares two locks of a project. */
    public Upgrades(Lock before, Lock after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The packages whose versions differ, the direct ones first. What only one of the locks has comes or goes with another.
     *
     * @param manifest says which ones are direct
     * @param newRanges what the manifest must ask for, by name, where it does not yet
     */
    public List<Upgrade> list(Manifest manifest, Map<String, String> newRanges) {
        Map<String, SortedSet<String>> newer = after.versions();
        List<Upgrade> upgrades = new ArrayList<>();
        before.versions().forEach((name, versions) -> {
            SortedSet<String> others = newer.get(name);
            if (others != null && !others.equals(versions)) {
                upgrades.add(new Upgrade(
                        name,
                        shown(versions, others),
                        shown(others, versions),
                        manifest.direct().contains(name),
                        Optional.ofNullable(newRanges.get(name))));
            }
        });
        upgrades.sort(
                Comparator.comparing((Upgrade upgrade) -> !upgrade.isDirect()).thenComparing(Upgrade::name));
        return upgrades;
    }

    /** Of several versions those that the other lock does not have. */
    private static String shown(SortedSet<String> versions, SortedSet<String> others) {
        List<String> own =
                versions.stream().filter(version -> !others.contains(version)).toList();
        return String.join(", ", own.isEmpty() ? List.copyOf(versions) : own);
    }

    /** The same as groups of those that need each other. */
    public List<UpgradeGroup> grouped(List<Upgrade> upgrades) {
        List<List<Upgrade>> groups = new ArrayList<>();
        for (Upgrade upgrade : upgrades) {
            List<List<Upgrade>> bound = groups.stream()
                    .filter(group -> group.stream().anyMatch(member -> isBound(member, upgrade)))
                    .toList();
            groups.removeAll(bound);
            groups.add(Stream.concat(bound.stream().flatMap(List::stream), Stream.of(upgrade))
                    .toList());
        }
        return groups.stream().map(UpgradeGroup::new).toList();
    }

    private boolean isBound(Upgrade one, Upgrade other) {
        return needs(one, other) || needs(other, one);
    }

    /** Whether one as it will be refuses the other as it is beside it, or as it is refuses the other as it will be. */
    private boolean needs(Upgrade one, Upgrade other) {
        return refuses(after, one, other.name(), other.from()) || refuses(before, one, other.name(), other.to());
    }

    private static boolean refuses(Lock lock, Upgrade one, String peer, String version) {
        return lock.named(one.name()).stream()
                .flatMap(each -> Optional.ofNullable(each.peers().get(peer)).stream())
                .anyMatch(range -> !Versions.satisfies(version, range));
    }
}
