package dev.smokerunner.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a package by their keys, as a bucket lists them.
 *
 * <p>A request is looked up in this list and never made into a path, so none can leave the directory, and names count
 * exactly as they are written, also on disks that do not care about case.
 */
final class PackageFiles implements PackedFiles {
    /** More files than this are no front end but a wrong directory. */
    private static final int MOST = 100_000;

    private final Map<String, Path> byKey;

    private PackageFiles(Map<String, Path> byKey) {
        this.byKey = byKey;
    }

    /**
     * Lists a directory.
     *
     * @throws PackageTrouble if it does not exist, has no file, has too many, or cannot be read
     */
    static PackageFiles in(Path directory) throws PackageTrouble {
        if (!Files.isDirectory(directory)) {
            throw new PackageTrouble("the package '" + directory + "' is "
                    + (Files.exists(directory) ? "no directory" : "not there")
                    + "; expected the directory that will be uploaded");
        }
        Lister lister;
        try {
            lister = new Lister(directory.toRealPath());
            Files.walkFileTree(lister.root, lister);
        } catch (IOException e) {
            throw new PackageTrouble("the package '" + directory + "' cannot be read: " + e.getMessage(), e);
        }
        if (lister.found.isEmpty()) {
            throw new PackageTrouble("the package '" + directory + "' has no file in it; was it built?");
        }
        if (lister.found.size() > MOST) {
            throw new PackageTrouble("the package '" + directory + "' has more than " + MOST
                    + " files; expected the directory that will be uploaded");
        }
        return new PackageFiles(lister.found);
    }

    /** The file of a key, e.g. {@code js/main.js}. */
    Optional<Path> file(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    @Override
    public long bytes(String key) throws IOException {
        return Files.size(path(key));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // A directory is not held open.
    }

    private Path path(String key) throws NoSuchFileException {
        return file(key).orElseThrow(() -> new NoSuchFileException(key));
    }

    /** Collects files; a link counts only where it stays within the package. */
    private static final class Lister extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, Path> found = new TreeMap<>();

        Lister(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean isIn = attributes.isRegularFile()
                    || (attributes.isSymbolicLink()
                            && Files.isRegularFile(file)
                            && file.toRealPath().startsWith(root));
            if (isIn) {
                String key = root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/");
                found.put(key, file.toRealPath());
            }
            return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
