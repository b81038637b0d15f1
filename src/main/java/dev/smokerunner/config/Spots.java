package dev.smokerunner.config;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Where each value of a file stands. */
final class Spots {
    private final Map<JsonPointer, Spot> spots = new HashMap<>();

    void put(JsonPointer at, Spot spot) {
        spots.put(at, spot);
    }

    /** The spot of a value; for one that is not in the file, the spot of the map in which it is missing. */
    Spot of(JsonPointer at) {
        Spot spot = spots.get(at);
        if (spot != null) {
            return spot;
        }
        if (at.matches()) {
            return Spot.ROOT;
        }
        Spot parent = of(at.head());
        return new Spot(parent.below(at.last().getMatchingProperty()), parent.value(), parent.value(), "");
    }
}
