package dev.smokerunner.config;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Where each value of a file stands. */
final class ValuePositions {
    private final Map<JsonPointer, ValuePosition> spots = new HashMap<>();

    void put(JsonPointer at, ValuePosition spot) {
        spots.put(at, spot);
    }

    /** The spot of a value; for one that is not in the file, the spot of the map in which it is missing. */
    ValuePosition of(JsonPointer at) {
        ValuePosition spot = spots.get(at);
        if (spot != null) {
            return spot;
        }
        if (at.matches()) {
            return ValuePosition.ROOT;
        }
        ValuePosition parent = of(at.head());
        return new ValuePosition(parent.below(at.last().getMatchingProperty()), parent.value(), parent.value(), "");
    }
}
