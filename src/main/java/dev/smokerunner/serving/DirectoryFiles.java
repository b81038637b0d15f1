package dev.smokerunner.serving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a directory by their keys, as a bucket lists them.
 *
 * <p>A request is looked up in this list and never made into a path, so none can leave the directory, and names count
 * exactly as they are written, also on disks that do not care about case.
 */
final class DirectoryFiles implements PackedFiles {
    /** More files than this are no front end but a wrong directory. */
    private static final int MOST = 100_000;

    private final Path directory;
    private final Map<String, FileState> byKey;

    private DirectoryFiles(Path directory, Map<String, FileState> byKey) {
        this.directory = directory;
        this.byKey = byKey;
    }

    /**
     * Lists a directory.
     *
     * @throws PackageException if it does not exist, has no file, has too many, or cannot be read
     */
    static DirectoryFiles in(Path directory) throws PackageException {
        if (!Files.isDirectory(directory)) {
            throw new PackageException("the package '" + directory + "' is "
                    + (Files.exists(directory) ? "neither a directory nor a file" : "not there")
                    + "; expected the directory or the zip that will be uploaded");
        }
        Map<String, FileState> found;
        try {
            found = list(directory);
        } catch (AccessDeniedException e) {
            throw new PackageException(
                    "the package '" + directory + "' cannot be read: permission denied for " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PackageException("the package '" + directory + "' cannot be read: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new PackageException("the package '" + directory + "' has no file in it; was it built?");
        }
        if (found.size() > MOST) {
            throw new PackageException("the package '" + directory + "' has more than " + MOST
                    + " files; expected the directory that will be uploaded");
        }
        return new DirectoryFiles(directory, found);
    }

    private static Map<String, FileState> list(Path directory) throws IOException {
        Lister lister = new Lister(directory.toRealPath());
        Files.walkFileTree(lister.root, lister);
        return lister.found;
    }

    @Override
    public List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    @Override
    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    @Override
    public long bytes(String key) throws IOException {
        return Files.size(path(key));
    }

    @Override
    public Instant changed(String key) throws IOException {
        return Files.getLastModifiedTime(path(key)).toInstant();
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return Files.newInputStream(path(key), LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "'" + key + "' of the package '" + directory + "' cannot be read: permission denied", e);
        }
    }

    @Override
    public boolean isChanged() {
        try {
            return !list(directory).equals(byKey);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private Path path(String key) throws NoSuchFileException {
        return Optional.ofNullable(byKey.get(key)).map(FileState::path).orElseThrow(() -> new NoSuchFileException(key));
    }

    /**
     * A file as it was.
     *
     * @param path where it is
     * @param bytes its size
     * @param changed when it was written last
     */
    private record FileState(Path path, long bytes, FileTime changed) {}

    /** Collects files; a link counts only where it stays within the package. */
    private static final class Lister extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, FileState> found = new TreeMap<>();

        Lister(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean isLinkWithin = attributes.isSymbolicLink()
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(root);
            if (attributes.isRegularFile()) {
                found.put(key(file), new FileState(file, attributes.size(), attributes.lastModifiedTime()));
            } else if (isLinkWithin) {
                Path real = file.toRealPath();
                found.put(key(file), new FileState(real, Files.size(real), Files.getLastModifiedTime(real)));
            }
            return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private String key(Path file) {
            return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        }
    }
}
