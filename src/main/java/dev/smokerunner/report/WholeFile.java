package dev.smokerunner.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes files that are the old one or the new one, never half of one, whenever the process is killed. */
public final class WholeFile {
    private static final Pattern UNFINISHED = Pattern.compile("\\.smoke-(\\d{1,18})-.+\\.tmp");

    private WholeFile() {}

    /**
     * Replaces the file.
     *
     * @throws IOException if it cannot be written; the old one is left
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished =
                file.resolveSibling(".smoke-" + ProcessHandle.current().pid() + "-" + file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        try {
            // Not createTempFile: that one is readable by its owner alone, and a web server may be another user.
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes what killed processes left unfinished in a directory. */
    static void removeUnfinished(Path directory) throws IOException {
        for (Path file : list(directory)) {
            Matcher name = UNFINISHED.matcher(file.getFileName().toString());
            if (name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The entries of a directory; none if there is no such directory. */
    static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }
}
