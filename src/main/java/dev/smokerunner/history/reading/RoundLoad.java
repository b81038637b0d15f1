package dev.smokerunner.history.reading;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What a round made its pages ask for, and found.
 *
 * @param requests how many requests
 * @param bytes how many bytes of bodies came; absent where no browser looked
 * @param findings how much it found
 */
public record RoundLoad(int requests, OptionalLong bytes, int findings) {
    /** Rejects null. */
    public RoundLoad {
        requireNonNull(bytes);
    }
}
