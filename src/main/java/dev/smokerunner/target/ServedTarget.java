package dev.smokerunner.target;

import java.net.URI;

/** A target that answers requests until it is closed. */
public interface ServedTarget extends AutoCloseable {

    /** Where it answers; pages are resolved against this. */
    URI url();

    /** Ends what was started for it; a live site goes on. */
    @Override
    void close();
}
