package dev.smokerunner.observe.browser.local;

import dev.smokerunner.process.FolderOwner;
import dev.smokerunner.process.ProcessTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one browser keeps its profile, its log and its temporary files, and that goes with it.
 *
 * @param path the directory
 */
public record LaunchDirectory(Path path) {
    private static final String PREFIX = "smoke-browser-";
    private static final String OWNER = "owner";

    /** A directory of whose owner nothing is known is left alone for so long: somebody may just be making it. */
    private static final Duration BENEFIT_OF_DOUBT = Duration.ofHours(24);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_PASSES = Duration.ofMillis(10);

    /** The longest parent that leaves room for the socket that Chromium makes below, whose path has 107 characters. */
    private static final int LONGEST_PARENT = 27;

    /** Where such directories are made: the system's temporary directory, or a shorter one where that is too deep. */
    public static Path parent() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        Path shorter = Path.of("/tmp");
        return usual.toString().length() > LONGEST_PARENT && Files.isWritable(shorter) ? shorter : usual;
    }

    /** Makes a directory that belongs to this process. */
    static LaunchDirectory create(Path parent) throws IOException {
        LaunchDirectory directory = new LaunchDirectory(createPrivately(parent));
        Files.createDirectory(directory.temporaryFiles());
        Files.writeString(directory.path.resolve(OWNER), FolderOwner.self().written());
        return directory;
    }

    /** Like {@link Files#createTempDirectory}, whose names are too long. */
    private static Path createPrivately(Path parent) throws IOException {
        String random = String.format(Locale.ROOT, "%08x", new SecureRandom().nextInt());
        Path path = parent.resolve(PREFIX + random);
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(path);
    }

    /** Where the browser keeps its profile. */
    public Path profile() {
        return path.resolve("profile");
    }

    /** Where all else is written that somebody wants to write. */
    public Path temporaryFiles() {
        return path.resolve("t");
    }

    Path log() {
        return path.resolve("browser.log");
    }

    Path supervisor() {
        return path.resolve("supervise.sh");
    }

    /**
     * Removes the directory with all that is in it. Somebody may be writing there to the last, so that it takes several
     * passes; what is left after two seconds is left to the next start.
     */
    void delete() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isWrittenToWhileDeleted() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_PASSES.toNanos());
        }
    }

    private boolean isWrittenToWhileDeleted() {
        try {
            for (Path part : parts()) {
                Files.walkFileTree(part, new Remover());
            }
            // Last, because the next start knows by it that the rest may go.
            Files.deleteIfExists(path.resolve(OWNER));
            Files.deleteIfExists(path);
            return false;
        } catch (DirectoryNotEmptyException written) {
            return true;
        } catch (IOException lasting) {
            return false;
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> parts = Files.list(path)) {
            return parts.filter(part -> !part.endsWith(OWNER)).toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }

    /** Removes what runs left behind that were killed, and ends what of them is still alive. */
    static void removeAbandoned(Path parent) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path path : directories) {
                LaunchDirectory directory = new LaunchDirectory(path);
                if (directory.isOurs() && directory.isAbandoned()) {
                    directory.endProcesses();
                    directory.delete();
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            // A temporary directory that cannot be listed keeps what is in it.
        }
    }

    /** Another user's directory, or a link to somewhere else, is none of our business. */
    private boolean isOurs() throws IOException {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getOwner(Path.of(System.getProperty("user.home"))));
    }

    private boolean isAbandoned() throws IOException {
        Optional<FolderOwner> owner = owner();
        if (owner.isEmpty() || !owner.get().place().equals(FolderOwner.self().place())) {
            Instant changed = Files.getLastModifiedTime(path).toInstant();
            return changed.isBefore(Instant.now().minus(BENEFIT_OF_DOUBT));
        }
        return !owner.get().isAlive();
    }

    private Optional<FolderOwner> owner() {
        try {
            return FolderOwner.read(Files.readString(path.resolve(OWNER), StandardCharsets.UTF_8));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Ends each process that was started with this directory on its command line, and what it has started. */
    private void endProcesses() {
        ProcessTree family = new ProcessTree();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(path.toString() + "/"))
                        .isPresent())
                .forEach(family::add);
        family.end();
    }

    /** Deletes from the leaves up, and goes on where something is gone already. */
    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
