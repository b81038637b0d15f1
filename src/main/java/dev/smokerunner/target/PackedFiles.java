package dev.smokerunner.target;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of a package, however it is packed. */
public interface PackedFiles extends AutoCloseable {

    /** The keys that the files get in a bucket, in their order, e.g. {@code js/main.js}. */
    List<String> keys();

    /**
     * The size of a file in bytes.
     *
     * @throws IOException if it cannot be told
     */
    long bytes(String key) throws IOException;

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open(String key) throws IOException;

    /** Lets go of what was opened to read them. */
    @Override
    void close();
}
