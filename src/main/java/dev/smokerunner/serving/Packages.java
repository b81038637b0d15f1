package dev.smokerunner.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens packages. */
public final class Packages {
    private Packages() {}

    /**
     * Opens a package without unpacking it.
     *
     * @param path a directory, or a zip file by whatever name
     * @throws PackageException if it is not there, has no file, has too many, or cannot be read; or if it is a zip that is
     *     damaged or dangerous to unpack
     */
    public static PackedFiles open(Path path) throws PackageException {
        return Files.isRegularFile(path) ? ZipFiles.of(path) : DirectoryFiles.in(path);
    }

    /**
     * Reads all that a zip has to its end, which alone shows whether it is whole; a directory is as it is.
     *
     * @throws PackageException if a file in it is damaged
     */
    public static void requireWhole(Path path, PackedFiles files) throws PackageException {
        if (!files.isPacked()) {
            return;
        }
        for (String key : files.keys()) {
            try (InputStream bytes = files.open(key)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new PackageException(
                        "the package '" + path + "' is damaged: " + e.getMessage() + "; pack or fetch it again", e);
            }
        }
    }
}
