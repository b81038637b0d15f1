package dev.smokerunner.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How far an access log is counted.
 *
 * @param id the same for the same log, also when its file was renamed or packed
 * @param path the file
 * @param size how large the file was when it was read to its end; 0 before that
 * @param modifiedAt when the file was changed, as it was then
 * @param position how many bytes of whole lines are counted, unpacked
 */
public record LogPosition(String id, String path, long size, Instant modifiedAt, long position) {
    /** Rejects null. */
    public LogPosition {
        requireNonNull(id);
        requireNonNull(path);
        requireNonNull(modifiedAt);
    }

    /** The same log, counted further. */
    public LogPosition readTo(long bytes) {
        return new LogPosition(id, path, 0, Instant.EPOCH, bytes);
    }

    /** The same log, counted to the end that its file had. */
    public LogPosition readToTheEnd(long fileSize, Instant changedAt, long bytes) {
        return new LogPosition(id, path, fileSize, changedAt, bytes);
    }
}
