package dev.smokerunner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code --data} names for commands that only read what a monitor remembers. */
final class HistoryFile {
    private HistoryFile() {}

    /** Why there is nothing to read; absent where there is a file, or a database that is asked later. */
    static Optional<String> problem(String data) {
        return data.startsWith("jdbc:") || Files.exists(Path.of(data))
                ? Optional.empty()
                : Optional.of("--data: expected what a monitor remembers in, found no file " + data
                        + "; smoke monitor CONFIG makes one");
    }
}
