package dev.smokerunner.serving;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * The files of a package, however it is packed; {@link Packages#open} opens one.
 *
 * <p>Safe for use by several threads at once, until it is closed.
 */
public interface PackedFiles extends AutoCloseable {

    /** The keys that the files get in a bucket, in their order, e.g. {@code js/main.js}. */
    List<String> keys();

    /** Whether there is a file of this key, written in exactly this way. */
    boolean has(String key);

    /**
     * The size of a file in bytes.
     *
     * @throws IOException if it cannot be told
     */
    long bytes(String key) throws IOException;

    /**
     * When a file was changed last.
     *
     * @throws IOException if it cannot be told
     */
    Instant changed(String key) throws IOException;

    /**
     * Opens a file. What is read never has more bytes than {@link #bytes} says.
     *
     * @throws IOException if it cannot be read; in the midst of reading as well, where its bytes are not those that were
     *     packed
     */
    InputStream open(String key) throws IOException;

    /** What is odd about the way it was packed; a directory has nothing of that kind. */
    default List<PackingFlaw> flaws() {
        return List.of();
    }

    /** Whether a file may turn out to be damaged when it is read to its end; the files of a disk do not. */
    default boolean isPacked() {
        return false;
    }

    /** Whether anything of it is not as it was when it was opened: what was seen since then is of no one state. */
    boolean isChanged();

    /** Lets go of it. */
    @Override
    void close();
}
