package dev.smokerunner.check.release;

import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.PlaceSighting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether what answered for a machine was that machine: another one's answers say nothing about it. */
final class EdgeReach {
    private EdgeReach() {}

    /** Whether a machine was asked and all that answered were others. */
    static boolean isMissed(PlaceSighting place) {
        Set<String> peers = peers(place);
        List<String> own = place.place().machine().map(Machine::addresses).orElse(List.of());
        return place.place().machine().isPresent()
                && !peers.isEmpty()
                && peers.stream().noneMatch(own::contains);
    }

    /** Who answered instead. */
    static String words(PlaceSighting place) {
        return place.place().name() + " was not reached: its answers came from " + String.join(", ", peers(place));
    }

    private static Set<String> peers(PlaceSighting place) {
        Set<String> peers = new LinkedHashSet<>();
        for (FileSighting file : place.files()) {
            Optional<String> peer =
                    file.answer().response().flatMap(response -> file.answer().peer());
            peer.ifPresent(peers::add);
        }
        return peers;
    }
}
