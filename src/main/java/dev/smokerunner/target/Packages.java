package dev.smokerunner.target;

import java.nio.file.Files;
import java.nio.file.Path;

/** Opens packages. */
public final class Packages {
    private Packages() {}

    /**
     * Opens a package without unpacking it.
     *
     * @param path a directory, or a zip file by whatever name
     * @throws PackageTrouble if it is not there, has no file, has too many, or cannot be read; or if it is a zip that is
     *     damaged or dangerous to unpack
     */
    public static PackedFiles open(Path path) throws PackageTrouble {
        return Files.isRegularFile(path) ? ZipFiles.of(path) : DirectoryFiles.in(path);
    }
}
