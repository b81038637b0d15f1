package dev.smokerunner.observe.script;

import java.util.Optional;

/** How a loader makes a chunk's file name of its id. */
interface ChunkName {
    /** The name; empty where the code would write {@code undefined} into it. */
    Optional<String> of(String id);

    static ChunkName text(String text) {
        return id -> Optional.of(text);
    }

    default ChunkName then(ChunkName next) {
        return id -> of(id).flatMap(start -> next.of(id).map(end -> start + end));
    }

    default ChunkName or(ChunkName other) {
        return id -> of(id).or(() -> other.of(id));
    }

    /** This for one id, another for the rest. */
    default ChunkName onlyFor(String one, ChunkName other) {
        return id -> id.equals(one) ? of(id) : other.of(id);
    }
}
