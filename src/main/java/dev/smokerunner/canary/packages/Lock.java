package dev.smokerunner.canary.packages;

import dev.smokerunner.digest.Sha256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a lock says is installed.
 *
 * @param packages all packages, by location
 */
public record Lock(Map<String, LockedPackage> packages) {
    /** Copies the map, in the order of locations. */
    public Lock {
        packages = Collections.unmodifiableMap(new TreeMap<>(packages));
    }

    /** A lock with these packages. */
    public static Lock of(List<LockedPackage> packages) {
        return new Lock(
                packages.stream().collect(Collectors.toMap(LockedPackage::location, each -> each, (one, same) -> one)));
    }

    /** The same text for the same packages at the same places, whatever else the file says. */
    public String fingerprint() {
        String all = packages.values().stream()
                .map(each -> each.location() + " " + each.name() + "@" + each.version() + " " + each.source() + "\n")
                .collect(Collectors.joining());
        return Sha256.hex(all);
    }

    /** The versions of each package, oldest first; one that is installed at several places may have several. */
    public Map<String, SortedSet<String>> versions() {
        Map<String, SortedSet<String>> versions = new TreeMap<>();
        packages.values()
                .forEach(each -> versions.computeIfAbsent(each.name(), name -> new TreeSet<>(Versions.OLDEST_FIRST))
                        .add(each.version()));
        return versions;
    }

    /** All packages of a name. */
    public List<LockedPackage> named(String name) {
        return packages.values().stream()
                .filter(each -> each.name().equals(name))
                .toList();
    }

    /**
     * The shortest way from a direct dependency to a package, by names; absent where nobody needs it.
     *
     * @param direct the names of the direct dependencies
     */
    public Optional<List<String>> way(Set<String> direct, String name) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        new TreeSet<>(direct).forEach(each -> {
            ways.put(each, List.of(each));
            open.add(each);
        });
        while (!open.isEmpty() && !ways.containsKey(name)) {
            String at = open.remove();
            List<String> way = ways.getOrDefault(at, List.of());
            named(at).stream().flatMap(each -> each.needs().stream()).sorted().forEach(needed -> {
                if (!ways.containsKey(needed)) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(needed);
                    ways.put(needed, longer);
                    open.add(needed);
                }
            });
        }
        return Optional.ofNullable(ways.get(name)).map(List::copyOf);
    }
}
