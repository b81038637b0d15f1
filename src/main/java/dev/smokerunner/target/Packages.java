package dev.smokerunner.target;

import java.nio.file.Path;
import java.util.Locale;

/** Opens packages, however they are packed. */
public final class Packages {
    private Packages() {}

    /**
     * The files of a package until they are closed.
     *
     * @throws PackageTrouble if it does not exist, has no file, or cannot be read
     */
    public static PackedFiles open(Path path) throws PackageTrouble {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new PackageTrouble(
                    "the package '" + path + "' is a zip, which is not yet built: unzip it and name the directory");
        }
        return PackageFiles.in(path);
    }
}
