package dev.smokerunner.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** That one monitor works on a history in a file: a second one would look at each site once more. It ends with its process. */
final class HistoryLock implements AutoCloseable {
    /** Nothing is locked. */
    static final HistoryLock NONE = new HistoryLock(Optional.empty());

    private final Optional<FileChannel> channel;

    private HistoryLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /**
     * Locks a history.
     *
     * @param place a file
     * @throws HistoryException if another monitor works on it
     */
    static HistoryLock of(String place) throws HistoryException {
        Path lock = Path.of(place + ".lock").toAbsolutePath();
        try {
            Files.createDirectories(Optional.ofNullable(lock.getParent()).orElse(lock));
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> held = tryLock(channel);
            if (held.isEmpty()) {
                channel.close();
                throw new HistoryException(
                        place + ": another monitor works on it; end that one, or name another file with --data");
            }
            return new HistoryLock(Optional.of(channel));
        } catch (IOException e) {
            throw new HistoryException(place + ": cannot be locked: " + e.getMessage());
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException mine) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        channel.ifPresent(held -> {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the lock of the history cannot be given back", e);
            }
        });
    }
}
