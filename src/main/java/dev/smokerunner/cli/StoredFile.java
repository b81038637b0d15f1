package dev.smokerunner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that should be a result of an earlier run, and may be anything. */
final class StoredFile {
    /** Hundreds of pages with hundreds of assets each are smaller. */
    private static final int MAX_BYTES = 64 << 20;

    private StoredFile() {}

    /**
     * All of it.
     *
     * @throws IllegalArgumentException if it cannot be had; the message says what there is instead
     */
    static byte[] read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("a larger file than any result");
            }
            return bytes;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new IllegalArgumentException("nothing: there is no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("an error: " + e.getMessage(), e);
        }
    }
}
