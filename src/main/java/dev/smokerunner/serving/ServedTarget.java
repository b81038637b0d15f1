package dev.smokerunner.serving;

import java.net.URI;
import java.util.Optional;

/** A target that answers requests until it is closed. */
public interface ServedTarget extends AutoCloseable {

    /** Where it answers; pages are resolved against this. */
    URI url();

    /** The files that it answers with, where it is a package; absent for a live site. */
    default Optional<PackedFiles> files() {
        return Optional.empty();
    }

    /** Ends what was started for it; a live site goes on. */
    @Override
    void close();
}
