package dev.smokerunner.monitor;

import org.jdbi.v3.core.Handle;

/** Sends what was written down to be told. */
public interface Deliveries {
    /**
     * Plans that a message is sent, as a part of the transaction that writes it down.
     *
     * @param message its id
     */
    void plan(String message, Handle handle);

    /** Looks at once whether there is something to send. */
    void check();
}
