package dev.smokerunner.metrics;

import java.io.IOException;
import java.util.List;

/**
 * A program that takes things of one kind. It is asked by one thread.
 *
 * @param <T> what it takes
 */
interface Receiver<T> {
    /** What people call it: its kind and address. */
    String name();

    /** How many it takes at once. */
    default int mostAtOnce() {
        return 1_000;
    }

    /**
     * Hands things over.
     *
     * @throws IOException if it does not take them, or does not answer
     */
    void send(List<T> things) throws IOException;
}
