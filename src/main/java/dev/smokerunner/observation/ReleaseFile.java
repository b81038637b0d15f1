package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.filename.FileName;

/**
 * One file as it should be served.
 *
 * @param key its path in the package with slashes, or the path of its URL
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes in lower-case hex; empty where it should be there and nobody has its bytes
 */
public record ReleaseFile(String key, long bytes, String sha256) {

    /** Rejects null. */
    public ReleaseFile {
        requireNonNull(key);
        requireNonNull(sha256);
    }

    /** Its name, taken apart. */
    public FileName name() {
        return FileName.of(key);
    }

    /** Whether it is a page by its name. */
    public boolean isPage() {
        String extension = name().extension();
        return extension.equals("html") || extension.equals("htm") || extension.equals("xhtml");
    }
}
