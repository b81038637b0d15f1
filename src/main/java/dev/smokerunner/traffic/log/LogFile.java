package dev.smokerunner.traffic.log;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.digest.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * An access log as it is now.
 *
 * @param path where it is
 * @param size of the file
 * @param modifiedAt when it changed
 */
record LogFile(Path path, long size, Instant modifiedAt) {
    /** Half of a SHA-256, which no two files share. */
    private static final int HASH_DIGITS = 32;

    private static final int BUFFER = 256 * 1024;

    LogFile {
        requireNonNull(path);
        requireNonNull(modifiedAt);
    }

    /** That at a path. */
    static LogFile of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new LogFile(
                path,
                attributes.size(),
                Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis()));
    }

    boolean isPacked() {
        return name().endsWith(".gz");
    }

    private String name() {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** What it says, unpacked. */
    InputStream open() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return isPacked() ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * What it is known by, also after it was renamed or packed when a new one was begun: its folder, its name without what tells old
     * ones apart, and its first line.
     *
     * @param tally is told what stands before the first line
     * @return absent where it has no line yet
     */
    Optional<String> id(LogTally tally) throws IOException {
        try (InputStream in = open()) {
            LineReader lines = new LineReader(in, 0);
            while (lines.next() || isPacked() && lines.rest()) {
                if (!lines.line().isEmpty() && lines.line().charAt(0) != '#') {
                    return Optional.of(
                            hash(path.toAbsolutePath().normalize().getParent() + "\n" + stem() + "\n" + lines.line()));
                }
                tally.remark(lines.line());
            }
            return Optional.empty();
        }
    }

    private String stem() {
        return name().replaceFirst("\\.gz$", "").replaceFirst("([.-][0-9]+)+$", "");
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, HASH_DIGITS);
    }
}
