package dev.smokerunner.canary.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Whether a folder grows too much. To sum up its files takes long, so it first looks at what the whole disk has left. */
final class DiskWatch {
    private final Path folder;
    private final long most;
    private final long before;
    private final long usableBefore;

    private DiskWatch(Path folder, long most) throws IOException {
        this.folder = folder;
        this.most = most;
        this.before = size(folder);
        this.usableBefore = usable();
    }

    static DiskWatch of(Path folder, long most) throws IOException {
        return new DiskWatch(folder, most);
    }

    /** Whether it has grown by more than the limit. */
    boolean isOver() throws IOException {
        return usableBefore - usable() > most / 2 && size(folder) - before > most;
    }

    private long usable() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** The bytes of all files below a folder; links are not followed, and what goes meanwhile counts nothing. */
    static long size(Path folder) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }
}
