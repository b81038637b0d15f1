package dev.smokerunner.zoo;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deployment: a site, what happened to it, how that shows in a browser, and what must be found.
 *
 * @param name a few words with hyphens, unique
 * @param kind the class of trouble; one that begins with {@code benign} has none. {@code class} in the file
 * @param what what happened, in a plain sentence
 * @param site the base site, a directory below {@code zoo/sites}
 * @param as {@code live} for a served site (the default), {@code package} for a directory that is
 *     not uploaded yet, {@code zip} for the same in a zip
 * @param changes what was done to the files, in order
 * @param server how the server answers, in the words of a faults file
 * @param config keys of a config; without any, the bare address is checked
 * @param symptom how it shows in the browser, whatever our checks say of it
 * @param find what must be found first; absent for benign cases
 * @param notes the checks that may remark something of impact 4 about a benign case
 * @param roads what another road than the direct one is known to lead to
 */
record ZooCase(
        String name,
        String kind,
        String what,
        String site,
        String as,
        List<Map<String, String>> changes,
        List<String> server,
        Map<String, Object> config,
        List<String> symptom,
        @Nullable Culprit find,
        List<String> notes,
        Map<Road, KnownDifference> roads) {

    ZooCase {
        as = requireNonNullElse(as, "live");
        changes = List.copyOf(requireNonNullElse(changes, List.of()));
        server = List.copyOf(requireNonNullElse(server, List.of()));
        config = requireNonNullElse(config, Map.of());
        symptom = List.copyOf(requireNonNullElse(symptom, List.of()));
        notes = List.copyOf(requireNonNullElse(notes, List.of()));
        roads = Map.copyOf(requireNonNullElse(roads, Map.of()));
        if (isBenign(kind) != (find == null)) {
            throw new IllegalArgumentException(name + ": a fault has something to find, a benign case has not");
        }
        if (symptom.isEmpty()) {
            throw new IllegalArgumentException(name + ": a case without a symptom proves nothing");
        }
    }

    private static boolean isBenign(String kind) {
        return kind.startsWith("benign");
    }

    boolean isBenign() {
        return isBenign(kind);
    }

    /** What must be found in this fault. */
    Culprit culprit() {
        return requireNonNull(find, "a benign case has no culprit");
    }

    /** What that road is known to lead to otherwise. */
    Optional<KnownDifference> known(Road road) {
        return Optional.ofNullable(roads.get(road));
    }

    boolean isPackage() {
        return as.equals("package") || as.equals("zip");
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }

    /**
     * What must be found.
     *
     * @param check the check's name
     * @param subject a part of the finding's subject, {@code *} standing for any characters
     * @param impact 1 to 5: as bad as this, or worse for what follows from it
     */
    record Culprit(String check, String subject, int impact) {}
}
