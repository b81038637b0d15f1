package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What a build made.
 *
 * @param output the folder or zip; it is kept until the end of the call
 * @param bytes how large it is
 */
public record Built(Path output, long bytes) {
    /** Rejects null. */
    public Built {
        requireNonNull(output);
    }
}
